// Chooses Rust types and literals for integers of the document.

import type { LiteralValue } from "../../ir/type-expr.js";
import type { Code } from "../printable.js";

/**
 * Returns the smallest of `i64` and `u64` that holds all values; `f64` beyond 64 bits,
 * as serde_json parses those. Null unless all values are integers.
 */
export function integerType(
  values: readonly LiteralValue[],
): "f64" | "i64" | "u64" | null {
  const integers = values.flatMap((value) => integerWidth(value) ?? []);
  if (integers.length < values.length) return null;
  if (integers.every((integer) => BigInt.asIntN(64, integer) === integer))
    return "i64";
  return integers.every((integer) => BigInt.asUintN(64, integer) === integer)
    ? "u64"
    : "f64";
}

/** `5000000000 → 5000000000i64`; small ones need no suffix. Null for other values. */
export function integerLiteral(value: LiteralValue): Code | null {
  const integer = integerWidth(value);
  if (integer === null) return null;
  const suffix =
    BigInt.asIntN(32, integer) === integer ? "" : integerType([value]);
  return `${integer}${suffix}` as Code; // digits, and a type
}

function integerWidth(value: LiteralValue): bigint | null {
  if (typeof value === "bigint") return value;
  return typeof value === "number" && Number.isInteger(value)
    ? BigInt(value)
    : null;
}
