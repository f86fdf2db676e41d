// Numbers of schemas that a double cannot represent → a warning each, with
// the digits as they are written. A literal beyond 2^53 becomes a `bigint` of the tree.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import { WrittenNumber } from "../source/text/read-number.js";
import { appendPointer } from "./pointer.js";
import { type KeyPath, kindBelow, type ObjectKind } from "./walk-document.js";

/** Values of these are part of the output: the whole of what stands there. */
const literalKeywords: ReadonlySet<string> = new Set([
  "const",
  "default",
  "enum",
]);

/** Values are compared with these at run time, where numbers are doubles. */
const digitKeywords: ReadonlySet<string> = new Set([
  "exclusiveMaximum",
  "exclusiveMinimum",
  "maxContains",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minContains",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "multipleOf",
]);

/** A number where it stands in the tree; an alias of YAML makes it stand in several places. */
interface Standing {
  readonly holder: Record<string | number, unknown>;
  readonly key: string | number;
  readonly number: WrittenNumber;
  readonly place: KeyPath;
}

/** Replaces each `WrittenNumber` below `root`. */
export function keepDigits(root: unknown, file: string, report: Report): void {
  const standing: Standing[] = [];
  collectNumbers(root, [], standing);
  for (const { holder, key, number } of standing) holder[key] = number.double;
  for (const { holder, key, number, place } of standing) {
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
  standing: Standing[],
): void {
  if (typeof value !== "object" || value === null) return;
  const holder = value as Standing["holder"]; // an array or an object that was parsed
  for (const token of Object.keys(value)) {
    const key = Array.isArray(value) ? Number(token) : token;
    const child = holder[key];
    if (child instanceof WrittenNumber) {
      standing.push({ holder, key, number: child, place: [...place, key] });
    } else if (typeof child === "object" && child !== null) {
      collectNumbers(child, [...place, key], standing);
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

/** A number may have as many digits as a document. */
function shorten(source: string): string {
  return source.length <= 80
    ? source
    : `${source.slice(0, 77)}… (${source.length} characters)`;
}

/** The keyword of a schema that a number belongs to; null for examples, names and others. */
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
