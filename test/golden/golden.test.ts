// One folder per case: a small document of our own, the generated files, and the
// diagnostics.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { formatDiagnostics } from "../../src/cli/report/format-diagnostics.js";
import { loadFixtures } from "../../src/config/load-fixtures.js";
import { generateInMemory } from "./generate-in-memory.js";

const cases = fileURLToPath(new URL("cases", import.meta.url));

describe.each(readdirSync(cases))("%s", (name) => {
  const folder = join(cases, name);
  const spec = readFileSync(join(folder, "spec.yaml"), "utf8");
  const options = join(folder, "options.yaml");
  const template = join(folder, "template.txt");
  const { files, warnings } = generateInMemory(
    "spec.yaml",
    spec,
    existsSync(options) ? parse(readFileSync(options, "utf8")) : {},
    {
      fixtures: existsSync(join(folder, "fixtures.json"))
        ? loadFixtures("fixtures.json", folder)
        : null,
      template: existsSync(template)
        ? readFileSync(template, "utf8").trim()
        : "typescript",
    },
  );
  const expected = join(folder, "expected");

  // Written by `vitest -u`, so it holds only from the run after that.
  test("the set of files", () => {
    const found = readdirSync(expected, {
      recursive: true,
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(expected, join(entry.parentPath, entry.name)));
    expect(found.sort()).toEqual([...files.keys()].sort());
  });

  test.each([...files])("%s", async (path, contents) => {
    if (path.endsWith(".ts")) {
      expect(await format(contents, { parser: "typescript" })).toBe(contents);
    }
    await expect(contents).toMatchFileSnapshot(join(expected, path));
  });

  test("the diagnostics", async () => {
    await expect(formatDiagnostics(warnings)).toMatchFileSnapshot(
      join(folder, "expected-diagnostics.txt"),
    );
  });
});
