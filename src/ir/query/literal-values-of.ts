// A type → the only values that it has, where those can be listed.

import type { LiteralValue, TypeExpr } from "../type-expr.js";

/** As it comes in the JSON of a program whose numbers are doubles. */
export function asJson(value: LiteralValue): boolean | number | string {
  return typeof value === "bigint" ? Number(value) : value;
}

/** Those of a literal or an enum; empty for all else, which may have any. */
export function literalValuesOf(
  type: TypeExpr | undefined,
): readonly LiteralValue[] {
  if (type?.kind === "literal") return [type.value];
  return type?.kind === "enum" ? type.values : [];
}
