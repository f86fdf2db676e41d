// The files beside this one are never run: they are right when the compiler finds
// nothing in them, expected errors included.

import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const folder = dirname(fileURLToPath(import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".types.ts"));

test.each(files)("%s", (name) => {
  const program = ts.createProgram([join(folder, name)], {
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
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText, file, start }) => {
      const at = file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0;
      return `${at + 1}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
  expect(found).toEqual([]);
});
