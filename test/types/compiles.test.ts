// The other files of this folder are never run. They pass if the compiler reports exactly
// the errors that they expect.

import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const folder = dirname(fileURLToPath(import.meta.url));
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".types.ts"))
  .sort();

const paths = files.map((name) => join(folder, name));
const program = ts.createProgram(paths, {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
});

test("the program as a whole has no errors", () => {
  expect(program.getOptionsDiagnostics()).toEqual([]);
  expect(program.getGlobalDiagnostics()).toEqual([]);
});

test.each(files)("%s", (name) => {
  const file = program.getSourceFile(join(folder, name));
  const found = [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ].map(({ messageText, start = 0 }) => {
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    return `${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
  expect(file).toBeDefined();
  expect(found).toEqual([]);
});
