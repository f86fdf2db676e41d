// A number of the document and its format → the Rust type that holds its range.

import type { NumberType } from "../../ir/type-expr.js";
import { type Word, word } from "../printable.js";

/**
 * The formats of integers in the registry of OpenAPI. `float` stays an `f64`, which
 * holds all of its values and writes them as they were read.
 * @see https://spec.openapis.org/registry/format/
 */
const integerFormats: ReadonlyMap<string, Word> = new Map([
  ["int8", word`i8`],
  ["int16", word`i16`],
  ["int32", word`i32`],
  ["int64", word`i64`],
  ["uint8", word`u8`],
  ["uint16", word`u16`],
  ["uint32", word`u32`],
  ["uint64", word`u64`],
]);

export function numberType({
  integer,
  format,
}: Pick<NumberType, "format" | "integer">): Word {
  if (!integer) return word`f64`;
  return integerFormats.get(format ?? "") ?? word`i64`;
}
