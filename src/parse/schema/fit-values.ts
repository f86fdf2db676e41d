// The values of `enum` or `const` → those that `type` beside them allows. A
// value that is the text of an allowed one is read as that value.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import { quote, quoteBriefly } from "../../diagnostics/quote.js";
import type { BuildContext, RawSchema } from "../../dialects/dialect.js";
import {
  allTypes,
  type JsonTypes,
  jsonTypeOf,
} from "../../ir/query/json-types.js";
import { typesOfKeyword } from "./json-types-of.js";

/** A value as it is written, and as it is read. */
export interface FittedValue {
  readonly written: unknown;
  readonly value: unknown;
}

/**
 * Reports what is changed or left out, once for a schema. `null` is kept if
 * the schema is `nullable`.
 * @see
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1
 */
export function fitValues(
  listed: readonly unknown[],
  schema: RawSchema,
  pointer: string,
  { file, report }: BuildContext,
): readonly FittedValue[] {
  const allowed = typesOfKeyword(schema.type);
  const fitted = listed.map((written): FittedValue => {
    const value =
      allowed === allTypes ? written : readAs(written, allowed, schema);
    return { written, value };
  });
  const keyword = schema.const === undefined ? "enum" : "const";
  const at = { file, pointer: `${pointer}/${keyword}` };
  const left = fitted.filter(({ value }) => value !== undefined);
  const changed = fitted.filter(({ written, value }) => written !== value);
  if (changed.length > 0 && left.length > 0) {
    const message = describeChanged(changed, schema);
    report(createDiagnostic("schema/wrong-enum-value", at, message));
  }
  const isContradiction =
    left.length === 0 && (fitted.length > 0 || schema.const !== undefined);
  if (isContradiction) {
    const message =
      fitted.length > 0
        ? `no value of "${keyword}" is of the type ${nameTypes(schema.type)}`
        : '"enum" does not list the value of "const"';
    const isForItems = schema.type === "array" && schema.items !== undefined;
    const help = isForItems ? "move the values to `items`" : undefined;
    report(createDiagnostic("schema/contradiction", at, message, help));
  }
  const listsNull = Array.isArray(schema.type) && schema.type.includes("null");
  if (listsNull && !listed.includes(null) && schema.nullable !== true) {
    const message = `"type" allows null, but "${keyword}" does not list it`;
    const place = { file, pointer: `${pointer}/type` };
    report(createDiagnostic("schema/unreachable-null", place, message));
  }
  return left;
}

function describeChanged(
  changed: readonly FittedValue[],
  { type }: RawSchema,
): string {
  const [first] = changed;
  const others =
    changed.length > 1 ? ` (and ${changed.length - 1} more values)` : "";
  const becomes =
    first?.value === undefined
      ? "left out"
      : `read as ${quoteBriefly(first.value)}`;
  return `${quoteBriefly(first?.written)} is not of the type ${nameTypes(type)}, and is ${becomes}${others}`;
}

/** Undefined for a value that is not valid in any reading. */
function readAs(
  value: unknown,
  allowed: JsonTypes,
  schema: RawSchema,
): unknown {
  if (allowed.has(jsonTypeOf(value))) return value;
  if (value === null) return schema.nullable === true ? null : undefined;
  const isScalar = typeof value !== "object";
  if (isScalar && allowed.has("string")) return String(value);
  if (typeof value !== "string") return undefined;
  const read = readScalar(value);
  return read !== undefined && allowed.has(jsonTypeOf(read)) ? read : undefined;
}

/** The number or boolean that a text spells; undefined if it spells none. */
function readScalar(text: string): boolean | number | undefined {
  if (text === "true" || text === "false") return text === "true";
  const number = Number(text);
  return text.trim() === text && text !== "" && Number.isFinite(number)
    ? number
    : undefined;
}

function nameTypes(type: unknown): string {
  return Array.isArray(type) ? type.map(quote).join(" or ") : quote(type);
}
