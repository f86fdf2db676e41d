// Documents that grow in one way each: what is generated grows no faster than they do,
// nothing ends with a bug, and all of it compiles. `npm run test:growth` measures the
// time as well, at 5,000 of everything.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatDiagnostics } from "../../src/cli/report/format-diagnostics.js";
import { InputError } from "../../src/diagnostics/input-error.js";
import { compileFiles } from "../e2e/compile-files.js";
import { temporaryFolder } from "../e2e/temporary-folder.js";
import {
  generateInMemory,
  type InMemory,
} from "../golden/generate-in-memory.js";
import { shapes } from "./growing-documents.mjs";

const emit = ["models", "values", "params", "validators", "factories"];

/** Null for a document that is refused. */
function generate(shape: string, size: number, template: string) {
  const make = shapes[shape];
  if (make === undefined) throw new Error(`no shape ${shape}`);
  const text = JSON.stringify(make(size));
  try {
    const options = template === "typescript" ? { emit } : {};
    const more = { template };
    return generateInMemory("growing.json", text, options, more);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
}

function isGenerated(result: ReturnType<typeof generate>): result is InMemory {
  return "files" in result;
}

/** The size of the output, or of the messages if there is no output. */
function bytesOf(result: ReturnType<typeof generate>): number {
  return isGenerated(result)
    ? [...result.files.values()].reduce((sum, { length }) => sum + length, 0)
    : formatDiagnostics(result).length;
}

/** Shapes whose output, or time, once grew with the square of the document or as 2ⁿ. */
const once = [
  "chain of $ref",
  "ring of $ref",
  "chain of objects",
  "doubling: each twice the next",
  "doubling: allOf of the next twice",
  "chain of allOf",
  "chain of allOf that require more",
  "chain of allOf with a discriminator",
  "chain of unions with the next",
  "allOf of unions",
  "anyOf of an object in anyOf",
  "arrays in arrays with minItems",
  "maps in maps with minProperties",
  "many discriminators over one base",
  "many unions with discriminators of the same",
  "pattern of quantifiers",
  "pattern of parentheses",
  "many wrong references",
];

describe.each(["typescript", "rust"])("%s", (template) => {
  test.each(once)("output grows with the document: %s", (shape) => {
    const [half, whole] = [600, 1200].map((size) =>
      bytesOf(generate(shape, size, template)),
    );
    expect(half).toBeGreaterThan(0);
    // 2.3 is an exponent of 1.2; a document of the same kind is never far from 2.
    expect(whole).toBeLessThan(2.3 * (half ?? 0) + 10_000);
  });
});

/** Shapes that have no type in the language, at any size. */
const refused = [
  "chain that leads into a ring",
  "many wrong references",
  "ring of $ref",
  "ring of allOf",
  "rings of two",
];

test("each shape is generated or refused, and what is generated compiles", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const files: string[] = [];
  const wrong: string[] = [];
  for (const shape of Object.keys(shapes)) {
    const result = generate(shape, 12, "typescript");
    if (!isGenerated(result)) {
      wrong.push(shape);
      continue;
    }
    const out = join(folder, shape.replace(/\W+/g, "-"));
    for (const [path, contents] of result.files) {
      const file = join(out, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, contents.replace(/^\/\/ @ts-nocheck.*\n/m, ""));
      files.push(file);
    }
  }
  expect(wrong.sort()).toEqual(refused);
  expect(compileFiles(files)).toEqual([]);
});
