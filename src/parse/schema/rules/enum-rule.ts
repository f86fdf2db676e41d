// `const` and `enum` → a literal or an enum.

import { createDiagnostic } from "../../../diagnostics/diagnostic.js";
import { quote } from "../../../diagnostics/quote.js";
import type { BuildContext, RawSchema } from "../../../dialects/dialect.js";
import { combineUnion } from "../../../ir/query/combine-types.js";
import type {
  EnumNote,
  LiteralValue,
  TypeExpr,
} from "../../../ir/type-expr.js";
import { fitValues } from "../fit-values.js";
import type { GeneralRule } from "../general-rule.js";
import { emptyNote, readEnumNotes } from "../read-enum-notes.js";

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2 */
export const enumRule: GeneralRule = {
  summary: 'const "a" → "a"; enum ["a", "b"] → "a" | "b"',
  build(schema, pointer, { context, dialect }) {
    const written = valuesIn(schema);
    if (written === null) return null;
    reportDuplicates(written, new Set(written), `${pointer}/enum`, context);
    const listed = fitValues(written, schema, pointer, context);
    const writtenByValue = new Map(
      listed.map((one) => [one.value, one.written] as const).toReversed(),
    );
    const distinct = new Set(listed.map(({ value }) => value));
    const values = [...distinct].filter(isLiteral);
    const opens = dialect.opensEnums && context.direction === "response";
    const notes = readEnumNotes(schema, written, dialect);
    const valueNotes =
      notes &&
      values.map((value) => notes.get(writtenByValue.get(value)) ?? emptyNote);
    const types = [...distinct].flatMap((value) =>
      value === null || isLiteral(value) ? [] : [typeOfValue(value)],
    );
    const literal = literalTypes(values, opens, valueNotes, schema.format);
    if (values.length === distinct.size) return literal;
    return combineUnion([
      literal,
      ...types,
      ...(distinct.has(null) ? [{ kind: "null" } as const] : []),
    ]);
  },
};

/** In a schema with both keywords, `const` decides if `enum` lists its value. */
function valuesIn({
  const: only,
  enum: listed,
}: RawSchema): readonly unknown[] | null {
  if (only === undefined) return Array.isArray(listed) ? listed : null;
  const isListed =
    !Array.isArray(listed) || listed.some((one) => isEqual(one, only));
  return isListed ? [only] : [];
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "object" && quote(a) === quote(b));
}

/**
 * Reports duplicate values, and integers that are equal as doubles, since JSON
 * parsers of JavaScript cannot distinguish them.
 */
function reportDuplicates(
  listed: readonly unknown[],
  distinct: ReadonlySet<unknown>,
  pointer: string,
  { file, report }: BuildContext,
): void {
  const reportDuplicate = (message: string, help?: string) =>
    report(
      createDiagnostic(
        "schema/duplicate-value",
        { file, pointer },
        message,
        help,
      ),
    );
  if (distinct.size < listed.length) {
    const twice = listed.find((value, i) => listed.indexOf(value) !== i);
    reportDuplicate(`${quote(twice)} is listed more than once`);
  }
  const byDouble = new Map<unknown, unknown>();
  for (const value of distinct) {
    const double = typeof value === "bigint" ? Number(value) : value;
    if (byDouble.has(double)) {
      reportDuplicate(
        `${quote(byDouble.get(double))} and ${quote(value)} are the same number in JavaScript: ${double}`,
        "use strings in the API, or values that are different doubles",
      );
    }
    byDouble.set(double, value);
  }
}

/**
 * The type of a value without a literal type: an array, an object or an
 * infinite number.
 */
function typeOfValue(value: unknown): TypeExpr {
  if (Array.isArray(value)) {
    return { kind: "array", items: { kind: "anyValue" } };
  }
  if (typeof value === "number") {
    return { kind: "number", integer: false, format: null };
  }
  return typeof value === "object"
    ? { kind: "unknownObject" }
    : { kind: "anyValue" };
}

function literalTypes(
  values: readonly LiteralValue[],
  opens: boolean,
  notes: readonly EnumNote[] | null,
  format: unknown,
): TypeExpr {
  const [first, ...others] = values;
  if (first === undefined) return combineUnion([]);
  const ofIntegers = values.every(isInteger);
  const formatted = ofIntegers && typeof format === "string" && { format };
  if (others.length === 0)
    return { kind: "literal", value: first, ...formatted };
  const bothBooleans =
    values.length === 2 && values.every((value) => typeof value === "boolean");
  if (bothBooleans) return { kind: "boolean" };
  const ofStrings = values.every((value) => typeof value === "string");
  const open = opens && ofStrings;
  return { kind: "enum", values, open, notes, ...formatted };
}

function isInteger(value: LiteralValue): boolean {
  return typeof value === "bigint" || Number.isInteger(value);
}

function isLiteral(value: unknown): value is LiteralValue {
  return (
    typeof value === "string" ||
    typeof value === "bigint" ||
    Number.isFinite(value) || // YAML's `.inf` and `.nan` have no literal
    typeof value === "boolean"
  );
}
