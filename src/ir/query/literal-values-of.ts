// A type → its possible values, if they are literals.

import type { LiteralValue, TypeExpr } from "../type-expr.js";

/** The value as `JSON.parse` returns it, where numbers are doubles. */
export function asJson(value: LiteralValue): boolean | number | string {
  return typeof value === "bigint" ? Number(value) : value;
}

/** The values of a literal or an enum; empty for every other type. */
export function literalValuesOf(
  type: TypeExpr | undefined,
): readonly LiteralValue[] {
  if (type?.kind === "literal") return [type.value];
  return type?.kind === "enum" ? type.values : [];
}
