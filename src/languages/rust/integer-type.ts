// Integers of the document → the types and literals of Rust that hold them.

import type { LiteralValue } from "../../ir/type-expr.js";
import type { Code } from "../printable.js";

/** `i64` or `u64`; `f64` beyond 64 bits, as serde_json reads those. Null unless all are integers. */
export function integerType(
  values: readonly LiteralValue[],
): "f64" | "i64" | "u64" | null {
  const integers = values.flatMap((value) => integerWidth(value) ?? []);
  if (integers.length < values.length) return null;
  if (integers.every((one) => BigInt.asIntN(64, one) === one)) return "i64";
  return integers.every((one) => BigInt.asUintN(64, one) === one)
    ? "u64"
    : "f64";
}

/** Digit for digit; null for what is no integer. One without a suffix is an `i32`. */
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
