// All that the cases become is TypeScript that the compiler takes, at its strictest.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const cases = fileURLToPath(new URL("cases", import.meta.url));

const files = readdirSync(cases, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => join(cases, path));
const folders = readdirSync(cases)
  .filter((name) => existsSync(join(cases, name, "expected")))
  .filter((name) => files.some((path) => path.startsWith(join(cases, name))))
  .map((name) => join(name, "expected"));

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  noEmit: true,
  types: [],
};
// Who uses validators does not check them again; here they are.
const host = ts.createCompilerHost(options);
const { readFile } = host;
host.readFile = (path) =>
  readFile(path)?.replace(/^\/\/ @ts-nocheck.*$/m, "//");
const program = ts.createProgram(files, options, host);
const found = ts.getPreEmitDiagnostics(program).map((diagnostic) => ({
  path: diagnostic.file?.fileName ?? "",
  text: ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"),
}));

test.each(folders)("%s", (folder) => {
  const own = join(cases, folder);
  expect(files.some((path) => path.startsWith(own))).toBe(true);
  expect(found.filter(({ path }) => path.startsWith(own))).toEqual([]);
});

test("and nothing else is wrong", () => {
  expect(found).toEqual([]);
});
