// Handles numbers that a double cannot represent: replaces each by a double, or by a
// `bigint` for an integer in `const`, `default` or `enum`. Warns where digits are lost.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import { numericKeywords } from "../ir/constraints.js";
import { WrittenNumber } from "../source/text/read-number.js";
import { appendPointer } from "./pointer.js";
import { type KeyPath, kindBelow, type ObjectKind } from "./walk-document.js";

/** The values of these keywords become literals in the output. */
const literalKeywords: ReadonlySet<string> = new Set([
  "const",
  "default",
  "enum",
]);

/** Values are compared with these at run time, as doubles. */
const digitKeywords: ReadonlySet<string> = new Set([
  ...numericKeywords,
  "maxContains",
  "minContains",
]);

/** A number and its location. An aliased YAML value has several. */
interface LocatedNumber {
  readonly holder: Record<string | number, unknown>;
  readonly key: string | number;
  readonly number: WrittenNumber;
  readonly place: KeyPath;
}

/** Replaces each `WrittenNumber` in `root`. */
export function keepDigits(root: unknown, file: string, report: Report): void {
  const numbers: LocatedNumber[] = [];
  collectNumbers(root, [], numbers);
  for (const { holder, key, number } of numbers) holder[key] = number.double;
  for (const { holder, key, number, place } of numbers) {
    const { read, source } = number;
    const keyword = keywordOf(place);
    if (keyword === null || read.kind === "same") continue;
    const isLiteral = literalKeywords.has(keyword);
    if (read.kind === "integer" && isLiteral) holder[key] = read.exact;
    if (read.kind === "integer" && !read.lost) continue;
    report(
      createDiagnostic(
        "schema/lost-digits",
        { file, pointer: appendPointer("#", ...place) },
        `${shorten(source)} is ${reasons[read.kind](number, isLiteral)}`,
        read.kind === "integer" && isLiteral ? keepHelp : undefined,
      ),
    );
  }
}

function collectNumbers(
  value: unknown,
  place: readonly (string | number)[],
  numbers: LocatedNumber[],
): void {
  if (typeof value !== "object" || value === null) return;
  const holder = value as LocatedNumber["holder"]; // a parsed array or object
  for (const token of Object.keys(value)) {
    const key = Array.isArray(value) ? Number(token) : token;
    const child = holder[key];
    if (child instanceof WrittenNumber) {
      numbers.push({ holder, key, number: child, place: [...place, key] });
    } else if (typeof child === "object" && child !== null) {
      collectNumbers(child, [...place, key], numbers);
    }
  }
}

const reasons = {
  infinite: (_number: WrittenNumber, isLiteral: boolean) =>
    `beyond the range of JavaScript numbers: ${ignored(isLiteral)}`,
  integer: ({ double }: WrittenNumber, isLiteral: boolean) =>
    `beyond 2^53, and JavaScript reads it as ${double}${isLiteral ? "" : "; values are compared with that number"}`,
  notJson: (_number: WrittenNumber, isLiteral: boolean) =>
    `not a JSON number: ${ignored(isLiteral)}`,
  zero: () => "too small for a JavaScript number, which becomes 0",
};

const keepHelp =
  "use a string in the API; or type the format as an integer of that size (`--set formats=int64:bigint`), which keeps the digits of `enum` and `const`";

function ignored(isLiteral: boolean): string {
  return isLiteral ? "it has no literal" : "the constraint is ignored";
}

/** A number in a document may have any number of digits. */
function shorten(source: string): string {
  return source.length <= 80
    ? source
    : `${source.slice(0, 77)}… (${source.length} characters)`;
}

/**
 * Returns the schema keyword whose value contains the number; null in examples and
 * elsewhere.
 */
function keywordOf(place: KeyPath): string | null {
  let kind: ObjectKind = "words";
  for (const [index, key] of place.entries()) {
    if (typeof key === "number") continue;
    const next = place[index + 1];
    if (kind === "words" && literalKeywords.has(key)) return key;
    if (kind === "words" && next === undefined && digitKeywords.has(key)) {
      return key;
    }
    kind = kindBelow(kind, key, typeof next === "number");
    if (kind === "data") return null;
  }
  return null;
}
