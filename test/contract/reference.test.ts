// The reference that is generated from tables of the code. `npm run reference` writes it.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { builtinPacks, configContext } from "../../src/cli/registry.js";
import { configPage } from "../../src/config/config-page.js";
import { configSchema } from "../../src/config/config-schema.js";
import { outputDefaults } from "../../src/config/keys.js";
import { diagnosticCatalogue } from "../../src/diagnostics/diagnostic-catalogue.js";
import { diagnosticsPage } from "../../src/diagnostics/diagnostics-page.js";
import { passes } from "../../src/passes/passes.js";
import { loadPack } from "../../src/render/load-pack.js";
import { viewNames, viewPage } from "./view-reference.js";

const file = (path: string) =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));

describe("reference", () => {
  test("codegen.config.schema.json", async () => {
    const text = `${JSON.stringify(configSchema(configContext), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(file("codegen.config.schema.json"));
  });

  test("docs/config.md", async () => {
    const page = configPage(configContext);
    await expect(page).toMatchFileSnapshot(file("docs/config.md"));
  });
});

describe("the views of each target", () => {
  const tables: Readonly<Record<string, string>> = {
    model: "modelShapes",
    rust: "rustShapes",
    typescript: "typescriptShapes",
  };

  test.each(Object.entries(tables))("docs/views/%s.md", async (name, table) => {
    const page = viewPage(name, table);
    await expect(page).toMatchFileSnapshot(file(`docs/views/${name}.md`));
  });

  test("each template names its view", () => {
    const wrong = Object.entries(tables).flatMap(([name, table]) => {
      const pack = loadPack(
        name === "model" ? "markdown" : name,
        builtinPacks,
        ".",
      );
      return [...viewNames(name, table)].flatMap(([template, view]) => {
        const text = pack.templates.get(template)?.text;
        const named = /^\{\{!-- view: (\w+) --\}\}/.exec(text ?? "")?.[1];
        return text === undefined || named === view
          ? []
          : [`${name}/${template}.hbs: ${named}, not ${view}`];
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe("docs/architecture.md", () => {
  const path = "docs/architecture.md";

  test("lists the passes in their order", async () => {
    const text = readFileSync(file(path), "utf8");
    const rows = passes.map(
      ({ name, why }, index) => `| ${index + 1} | \`${name}\` | ${why} |`,
    );
    const table = [
      "|  | pass | what it does, and why it is here |",
      "| --- | --- | --- |",
      ...rows,
    ].join("\n");
    const block = /(<!-- passes:.*-->\n)[\s\S]*(<!-- \/passes -->)/;
    expect(text).toMatch(block);
    const updated = text.replace(
      block,
      (_all, start, end) => `${start}\n${table}\n\n${end}`,
    );
    await expect(updated).toMatchFileSnapshot(file(path));
  });

  test("names files and diagnostics that exist", () => {
    const text = readFileSync(file(path), "utf8");
    const codes = [...text.matchAll(/`([a-z]+\/[a-z]+(?:-[a-z]+)*)`/g)];
    expect(codes.length).toBeGreaterThan(4);
    const names = codes.map(([, name = ""]) => name);
    expect(names.filter((name) => !(name in diagnosticCatalogue))).toEqual([]);
    const sources = readdirSync(file("src"), {
      recursive: true,
      encoding: "utf8",
    });
    const files = [...text.matchAll(/`([a-z-]+\.ts)`/g)].map(
      ([, name = ""]) => name,
    );
    expect(files).not.toEqual([]);
    expect(
      files.filter((name) => !sources.some((each) => each.endsWith(name))),
    ).toEqual([]);
  });
});

describe("the catalogue of diagnostics", () => {
  const kinds = Object.entries(diagnosticCatalogue);

  test("docs/diagnostics.md", async () => {
    const page = diagnosticsPage();
    await expect(page).toMatchFileSnapshot(file("docs/diagnostics.md"));
    const anchors = [...page.matchAll(/<a id="(.*?)"/g)].map(([, id]) => id);
    expect(new Set(anchors).size).toBe(kinds.length);
  });

  test("is in alphabetical order, with unique titles", () => {
    const codes = kinds.map(([code]) => code);
    expect(codes).toEqual([...codes].sort());
    const titles = kinds.map(([, { title }]) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(kinds)(
    "%s has the form of an entry",
    (_code, { title, cause, fix }) => {
      expect(title).toMatch(/^[A-Z`].*[^.]$/);
      expect(cause).toMatch(/^[A-Z`].*\.$/);
      expect(fix).toMatch(/^[a-z`].*[^.]$/);
    },
  );

  test("every code is reported somewhere", () => {
    const source = readdirSync(file("src"), {
      recursive: true,
      encoding: "utf8",
    })
      .filter(
        (path) =>
          path.endsWith(".ts") && !path.endsWith("diagnostic-catalogue.ts"),
      )
      .map((path) => readFileSync(file(`src/${path}`), "utf8"))
      .join("\n");
    const unused = kinds.filter(([code]) => !source.includes(`"${code}"`));
    expect(unused).toEqual([]);
  });
});

describe("the table of keys", () => {
  test("the schema accepts every default", () => {
    const validate = new Ajv().compile(configSchema(configContext));
    const set = Object.entries(outputDefaults).filter(
      ([, value]) => value !== null,
    );
    const output = { spec: "a.yaml", out: "b", ...Object.fromEntries(set) };
    expect(validate({ outputs: [output] })).toBe(true);
    expect(validate({ outputs: [{ ...output, sepc: "a.yaml" }] })).toBe(false);
  });
});
