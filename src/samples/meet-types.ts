// Two types of single values or of arrays → one whose values are of both.

import { joinBounds } from "../ir/query/join-bounds.js";
import type {
  ArrayType,
  EnumType,
  LiteralType,
  NumberBounds,
  NumberType,
  StringType,
  TypeExpr,
} from "../ir/type-expr.js";
import { fitsNumber } from "./sample-number.js";
import { fitsString } from "./sample-string.js";

/** Null where there are none, or they cannot be said. */
export function meetTypes(a: TypeExpr, b: TypeExpr): TypeExpr | null {
  if (a.kind === "literal") return meetTypes(enumOf(a), b);
  if (b.kind === "literal") return meetTypes(a, enumOf(b));
  if (a.kind === "enum") return meetEnum(a, b);
  if (b.kind === "enum") return meetEnum(b, a);
  if (a.kind === "string" && b.kind === "string") return meetStrings(a, b);
  if (a.kind === "number" && b.kind === "number") return meetNumbers(a, b);
  if (a.kind === "array" && b.kind === "array") return meetArrays(a, b);
  const isPlain = a.kind === "boolean" || a.kind === "null";
  return isPlain && a.kind === b.kind ? a : null;
}

function enumOf({ value, format }: LiteralType): EnumType {
  return {
    ...{ kind: "enum", values: [value], open: false, notes: null },
    ...(format !== undefined && { format }),
  };
}

function meetEnum(type: EnumType, other: TypeExpr): TypeExpr | null {
  const values = type.values.filter((value) => {
    switch (other.kind) {
      case "enum":
        return other.values.includes(value);
      case "string":
        return typeof value === "string" && fitsString(value, other.bounds);
      case "number":
        return (
          (typeof value === "number" || typeof value === "bigint") &&
          fitsNumber(Number(value), other)
        );
      case "boolean":
        return typeof value === "boolean";
      default:
        return false;
    }
  });
  return values.length === 0 ? null : { ...type, values, notes: null };
}

function meetStrings(a: StringType, b: StringType): StringType | null {
  const patterns = [a, b].flatMap(({ bounds }) => bounds?.pattern ?? []);
  const [pattern, another = pattern] = patterns;
  if (pattern !== another) return null;
  const bounds = joinBounds(a.bounds, b.bounds);
  const format = a.format ?? b.format;
  return { kind: "string", format, ...(bounds !== undefined && { bounds }) };
}

function meetNumbers(a: NumberType, b: NumberType): NumberType | null {
  const one = a.bounds?.multipleOf ?? null;
  const step = meetSteps(one, b.bounds?.multipleOf ?? null);
  if (step === "unknown") return null;
  const bounds: NumberBounds = {
    ...joinBounds(a.bounds, b.bounds),
    ...(step !== null && { multipleOf: step }),
  };
  const integer = a.integer || b.integer;
  return { kind: "number", integer, format: a.format ?? b.format, bounds };
}

function meetSteps(
  a: number | null,
  b: number | null,
): number | "unknown" | null {
  if (a === null || b === null) return a ?? b;
  if (Number.isInteger(a / b)) return a;
  if (Number.isInteger(b / a)) return b;
  const isWhole = Number.isInteger(a) && Number.isInteger(b);
  return isWhole ? a * b : "unknown";
}

function meetArrays(a: ArrayType, b: ArrayType): ArrayType {
  const bounds = joinBounds(a.bounds, b.bounds);
  const items: TypeExpr =
    a.items === b.items
      ? a.items
      : { kind: "intersection", members: [a.items, b.items] };
  return { kind: "array", items, ...(bounds !== undefined && { bounds }) };
}
