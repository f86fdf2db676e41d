// Two types of scalars or arrays → one type whose values belong to both.

import type { NumberConstraints } from "../ir/constraints.js";
import { intersectConstraints } from "../ir/query/intersect-constraints.js";
import type {
  ArrayType,
  EnumType,
  LiteralType,
  LiteralValue,
  NumberType,
  StringType,
  TypeExpr,
} from "../ir/type-expr.js";
import { fitsNumber } from "./sample-number.js";
import { fitsString } from "./sample-string.js";

/** Null if no value belongs to both, or no type expresses it. */
export function intersectTypes(a: TypeExpr, b: TypeExpr): TypeExpr | null {
  if (a.kind === "literal") return intersectTypes(enumOf(a), b);
  if (b.kind === "literal") return intersectTypes(a, enumOf(b));
  if (a.kind === "enum") return intersectEnum(a, b);
  if (b.kind === "enum") return intersectEnum(b, a);
  if (a.kind === "string" && b.kind === "string") return intersectStrings(a, b);
  if (a.kind === "number" && b.kind === "number") return intersectNumbers(a, b);
  if (a.kind === "array" && b.kind === "array") return intersectArrays(a, b);
  const isPlain = a.kind === "boolean" || a.kind === "null";
  return isPlain && a.kind === b.kind ? a : null;
}

function enumOf({ value, format }: LiteralType): EnumType {
  return {
    ...{ kind: "enum", values: [value], open: false, notes: null },
    ...(format !== undefined && { format }),
  };
}

function intersectEnum(type: EnumType, other: TypeExpr): TypeExpr | null {
  const values = type.values.filter((value) => isValueOf(value, other));
  return values.length === 0 ? null : { ...type, values, notes: null };
}

/** True if a scalar type contains the value; false for arrays and objects. */
function isValueOf(value: LiteralValue, type: TypeExpr): boolean {
  if (type.kind === "enum") return type.values.includes(value);
  if (type.kind === "boolean") return typeof value === "boolean";
  if (type.kind === "string") {
    return typeof value === "string" && fitsString(value, type.constraints);
  }
  const isNumber = typeof value === "number" || typeof value === "bigint";
  return type.kind === "number" && isNumber && fitsNumber(Number(value), type);
}

function intersectStrings(a: StringType, b: StringType): StringType | null {
  const patterns = [a, b].flatMap(
    ({ constraints }) => constraints?.pattern ?? [],
  );
  const [pattern, another = pattern] = patterns;
  if (pattern !== another) return null;
  const constraints = intersectConstraints(a.constraints, b.constraints);
  const format = a.format ?? b.format;
  return {
    kind: "string",
    format,
    ...(constraints !== undefined && { constraints }),
  };
}

function intersectNumbers(a: NumberType, b: NumberType): NumberType | null {
  const one = a.constraints?.multipleOf ?? null;
  const step = intersectSteps(one, b.constraints?.multipleOf ?? null);
  if (step === "unknown") return null;
  const constraints: NumberConstraints = {
    ...intersectConstraints(a.constraints, b.constraints),
    ...(step !== null && { multipleOf: step }),
  };
  const integer = a.integer || b.integer;
  return { kind: "number", integer, format: a.format ?? b.format, constraints };
}

function intersectSteps(
  a: number | null,
  b: number | null,
): number | "unknown" | null {
  if (a === null || b === null) return a ?? b;
  if (Number.isInteger(a / b)) return a;
  if (Number.isInteger(b / a)) return b;
  const isWhole = Number.isInteger(a) && Number.isInteger(b);
  return isWhole ? a * b : "unknown";
}

function intersectArrays(a: ArrayType, b: ArrayType): ArrayType {
  const constraints = intersectConstraints(a.constraints, b.constraints);
  const items: TypeExpr =
    a.items === b.items
      ? a.items
      : { kind: "intersection", members: [a.items, b.items] };
  return {
    kind: "array",
    items,
    ...(constraints !== undefined && { constraints }),
  };
}
