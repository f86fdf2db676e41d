// Valid documents that are awkward: every one of them is generated, compiles
// under the strictest options, is formatted, and holds types and nothing else.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as prettier from "prettier";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { awkwardDocuments } from "./awkward-documents.js";
import { compileFiles, findCode } from "./compile-files.js";
import { readTexts } from "./folder-snapshot.js";
import { type CodegenResult, runCodegen } from "./run-codegen.js";
import { objectOf, smallDocument } from "./small-document.js";
import { temporaryFolder } from "./temporary-folder.js";

interface Generated {
  readonly result: CodegenResult;
  readonly out: string;
  readonly files: readonly string[];
}

const prettierOptions: prettier.Options = { parser: "typescript" };

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Schemas that contain themselves. */
const circular = {
  array: { tree: { type: "array", items: refTo("tree") } },
  map: { tree: { type: "object", additionalProperties: refTo("tree") } },
  union: {
    json: {
      anyOf: [
        { type: "string" },
        { type: "array", items: refTo("json") },
        { type: "object", additionalProperties: refTo("json") },
      ],
    },
  },
  itself: { a: refTo("a") },
  branch: { a: { anyOf: [refTo("a"), { type: "string" }] } },
  turns: { a: { allOf: [refTo("b")] }, b: refTo("a") },
};

const cases = Object.keys(awkwardDocuments);
const generated = new Map<string, Generated>();
let root = "";
let complaints: readonly string[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "codegen-awkward-"));
  writeFileSync(join(root, "package.json"), '{"type":"module"}');
  const documents = { ...awkwardDocuments, ...circular };
  for (const [index, [name, schemas]] of Object.entries(documents).entries()) {
    const spec = `case${index}.json`;
    writeFileSync(join(root, spec), smallDocument(schemas));
    const out = join(root, `case${index}`);
    const args = ["run", "--spec", spec, "--out", out];
    const result = await runCodegen(root, args);
    const files = result.status === 0 ? typescriptFiles(out) : [];
    generated.set(name, { result, out, files });
  }
  // One program: loading the compiler's library takes longer than all the cases.
  complaints = compileFiles(
    [...generated.values()].flatMap((one) => one.files),
  );
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function typescriptFiles(out: string): string[] {
  return Object.keys(readTexts(out))
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(out, path));
}

function generatedOf(name: string): Generated {
  const found = generated.get(name);
  if (found === undefined) throw new Error(`no case ${name}`);
  return found;
}

function textOf(name: string, path: string): string {
  return readFileSync(join(generatedOf(name).out, path), "utf8");
}

describe.each(cases)("%s", (name) => {
  test("is generated", () => {
    const { result, files } = generatedOf(name);
    expect({ ...result, stdout: "" }).toMatchObject({ status: 0 });
    expect(result.stderr).not.toMatch(/^error:/m);
    expect(files.length).toBeGreaterThan(0);
  });

  test("compiles", () => {
    const { out } = generatedOf(name);
    expect(complaints.filter((one) => one.startsWith(`${out}/`))).toEqual([]);
  });

  test("is formatted as Prettier has it", async () => {
    for (const file of generatedOf(name).files) {
      const text = readFileSync(file, "utf8");
      expect(text, file).toBe(await prettier.format(text, prettierOptions));
      expect(await prettier.check(text, prettierOptions)).toBe(true);
    }
  });

  test("holds types and nothing else", () => {
    const code = generatedOf(name).files.flatMap((file) =>
      findCode(file, readFileSync(file, "utf8")),
    );
    expect(code).toEqual(name === "no schemas" ? ["export {};"] : []);
  });

  test("names files that are distinct where case is ignored, and not too long", () => {
    const paths = Object.keys(readTexts(generatedOf(name).out));
    const folded = paths.map((path) => path.toUpperCase().normalize("NFC"));
    expect(new Set(folded).size).toBe(paths.length);
    for (const path of paths) {
      const base = path.split("/").filter(Boolean).at(-1) ?? "";
      expect(Buffer.byteLength(base)).toBeLessThanOrEqual(255);
      expect(base).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
    }
  });

  test("has a file for each schema", () => {
    const schemas = Object.keys(awkwardDocuments[name] ?? {});
    const models = Object.keys(readTexts(generatedOf(name).out)).filter(
      (path) => /^model\/.+\.ts$/.test(path),
    );
    expect(models).toHaveLength(schemas.length);
  });
});

test("the compiler complains of nothing outside the cases", () => {
  const inside = [...generated.values()].map(({ out }) => `${out}/`);
  expect(
    complaints.filter((one) => !inside.some((out) => one.startsWith(out))),
  ).toEqual([]);
});

test("the compiler would have complained of a wrong file", () => {
  const folder = temporaryFolder({
    "package.json": '{"type":"module"}',
    "wrong.ts": 'import type { A } from "./nothing.js";\nexport type B = A;\n',
  });
  expect(compileFiles([join(folder, "wrong.ts")])).toEqual([
    expect.stringContaining("./nothing.js"),
  ]);
  expect(findCode("x.ts", "export const pwned = 1;\ntype A = 1;")).toEqual([
    "export const pwned = 1;",
  ]);
});

describe("names", () => {
  test("a schema named index does not take the place of an index", () => {
    expect(textOf("schema named index", "model/index_.ts")).toContain(
      "export interface Index {",
    );
  });

  test("a digit in front gets an underscore", () => {
    expect(textOf("schema named 1abc", "model/1abc.ts")).toContain(
      "export interface _1abc {",
    );
  });

  test("a schema named like a shared type gets another name, with a warning", () => {
    const { stderr } = generatedOf("schema named Record beside a map").result;
    expect(stderr).toMatch(/^warning: "Record" .* RecordModel \(Record\.ts\)/m);
    expect(stderr).toContain("at case4.json #/components/schemas/Record");
  });

  test.each([
    ["two schemas with one type", "a-b", "a b"],
    ["two schemas that differ by case", "foo", "Foo"],
  ])("%s: a warning names both, with a fix", (name, one, other) => {
    const { stderr } = generatedOf(name).result;
    const warning = stderr
      .split("warning: ")
      .find((text) => [one, other].every((each) => text.includes(`"${each}"`)));
    expect(warning).toContain("[name/collision]");
    expect(warning).toMatch(/at case\d+\.json #\/components\/schemas\//);
    expect(warning).toMatch(/help: choose a name in the config: `names: \{/);
  });

  test("the name chosen in the config ends the collision", async () => {
    const folder = temporaryFolder({
      "api.json": smallDocument({ "a-b": objectOf({}), "a b": objectOf({}) }),
      "codegen.config.yaml":
        'outputs:\n  - spec: api.json\n    out: out\n    names: {"a b": a_spaced_b}\n',
    });
    const result = await runCodegen(folder, ["run"]);
    expect(result).toMatchObject({ status: 0, stderr: "" });
    expect(Object.keys(readTexts(join(folder, "out/model"))).sort()).toEqual([
      "a_b.ts",
      "a_spaced_b.ts",
    ]);
  });

  test("an unrelated schema renames nothing", async () => {
    const before = {
      "a-b": objectOf({}),
      "a b": objectOf({}),
      foo: true,
      Foo: {},
    };
    const folder = temporaryFolder({
      "before.json": smallDocument(before),
      "after.json": smallDocument({ AA: {}, ...before, aa_b: {}, zz: {} }),
    });
    for (const spec of ["before", "after"]) {
      const args = ["run", "--spec", `${spec}.json`, "--out", spec];
      expect((await runCodegen(folder, args)).status).toBe(0);
    }
    const models = readTexts(join(folder, "before/model"));
    expect(Object.keys(models)).toHaveLength(4);
    expect(readTexts(join(folder, "after/model"))).toMatchObject(models);
  });
});

describe("texts of the document", () => {
  test("what would end a comment is defused, and still readable", () => {
    const text = textOf("descriptions that are hostile", "model/described0.ts");
    expect(text).toContain("/** ends *\\/ here */");
  });

  test("a line that starts like a tag is not a tag", () => {
    const text = textOf(
      "descriptions that are hostile",
      "model/described16.ts",
    );
    expect(text).not.toMatch(/^\s*\*? ?@deprecated/m);
    expect(text).toContain("deprecated at the start");
  });

  test("a template's syntax in a text is text", () => {
    const text = textOf(
      "descriptions that are hostile",
      "model/described15.ts",
    );
    expect(text).toContain("{{handlebars}} {{{raw}}} {{> partial}}");
  });

  test("enum values keep their exact text", () => {
    const text = textOf("enum values that are hostile", "model/values.ts");
    expect(text).toContain('"*/ export const pwned = 1; /*"');
    expect(text).toContain('"line\\u2028and paragraph\\u2029separator');
    expect(text).toContain('"back\\\\slash \\\\u0041 \\\\"');
    expect(text).toContain('"{{handlebars}} {{{raw}}} {{> partial}}');
  });

  test("a property keeps its exact name, in quotes only where needed", () => {
    const text = textOf("property names that need quotes", "model/quoted.ts");
    for (const key of [
      '  "a-b": ',
      '  "1": ',
      '  "with space"?: ',
      "  'it\\'s \"quoted\"'?: ",
      "  __proto__?: ",
      "  constructor: ",
      '  "line\\nbreak": ',
    ]) {
      expect(text).toContain(key);
    }
  });

  test("a line break in the name of a schema is refused", async () => {
    const folder = temporaryFolder({
      "api.json": smallDocument({ "Pet\nexport const pwned = 1;": {} }),
    });
    const args = ["run", "--spec", "api.json", "--out", "out"];
    const result = await runCodegen(folder, args);
    expect(result.status).toBe(2);
    expect(result.stderr).toContain("[name/unsafe]");
    expect(Object.keys(readTexts(folder))).toEqual(["api.json"]);
  });
});

describe("schemas that contain themselves", () => {
  function complaintsAbout(name: keyof typeof circular) {
    const { result, out } = generatedOf(name);
    const found = complaints.filter((one) => one.startsWith(`${out}/`));
    return { ...result, found };
  }

  // `type Tree = Record<string, Tree>` is circular to the compiler, `{ [key: string]: Tree }` is not.
  test.each(["array", "map", "union"] as const)("by way of: %s", (name) => {
    expect(complaintsAbout(name)).toMatchObject({ status: 0, found: [] });
  });

  // Such a schema has no type, so the user needs a message.
  test.each(["itself", "branch", "turns"] as const)("directly: %s", (name) => {
    const { stderr, found } = complaintsAbout(name);
    expect(stderr).toMatch(
      /^ {2}at case\d+\.json #\/components\/schemas\/[ab]/m,
    );
    expect(found).toEqual([]);
  });
});
