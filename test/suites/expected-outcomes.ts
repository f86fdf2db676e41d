// expected.yaml → the expected outcome of each document, and its comparison with the
// real one.

import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { parse } from "yaml";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { Outcome } from "./generate-document.js";

export interface Expected {
  readonly generates?: true;
  /** The codes of all warnings, and of all errors. */
  readonly warns?: string | readonly string[];
  readonly refused?: string;
  /** A part of the message that names the fault. */
  readonly says?: string;
  /** The change to codegen that is needed first. */
  readonly until?: string;
}

/** Document → its expected outcome. */
export function readExpected(suite: string): ReadonlyMap<string, Expected> {
  const text = readFileSync(new URL("expected.yaml", import.meta.url), "utf8");
  const entries: Readonly<Record<string, string | Expected>> =
    parse(text)[suite];
  return new Map(
    Object.entries(entries).map(([document, entry]) => [
      document,
      typeof entry === "string" ? expand(entry) : entry,
    ]),
  );
}

function expand(word: string): Expected {
  if (word === "generates") return { generates: true };
  if (word === "fragment") return { refused: "spec/not-openapi" };
  throw new Error(`expected.yaml says ${JSON.stringify(word)} of a document`);
}

/** `mistakes` are the compiler's errors in the generated files. */
export function expectOutcome(
  { generates, warns, refused, says }: Expected,
  { errors, warnings, files }: Outcome,
  mistakes: readonly string[],
): void {
  expect([generates, warns, refused].filter(Boolean)).toHaveLength(1);
  expect(codesOf(errors)).toEqual(refused === undefined ? [] : [refused]);
  expect(codesOf(warnings)).toEqual([warns ?? []].flat());
  expect(files.length > 0).toBe(refused === undefined);
  expect(mistakes).toEqual([]);
  const said = [...errors, ...warnings].map(
    ({ at, message }) => `${at?.pointer} ${message}`,
  );
  if (says !== undefined) {
    expect(said).toContainEqual(expect.stringContaining(says));
  }
}

function codesOf(diagnostics: readonly Diagnostic[]): string[] {
  return [...new Set(diagnostics.map(({ code }) => code))];
}
