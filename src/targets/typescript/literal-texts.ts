// A literal or an enum → the literal types that it is written as. One of integers has a
// format, and the option `formats` may type that as `bigint`: then no digit is lost.

import { literalValuesOf } from "../../ir/query/literal-values-of.js";
import type { EnumType, LiteralType } from "../../ir/type-expr.js";
import type { Code } from "../../languages/printable.js";
import {
  bigintLiteral,
  valueLiterals,
} from "../../languages/typescript/typescript-literals.js";
import type { Formats } from "./formats.js";

export function literalTexts(
  type: EnumType | LiteralType,
  formats: Formats,
): Code[] {
  const values = literalValuesOf(type);
  return isBigint(type, formats)
    ? values.map(bigintLiteral)
    : valueLiterals(values);
}

/** Only integers have a format, and so all of its values are. */
export function isBigint(
  { format }: EnumType | LiteralType,
  formats: Formats,
): boolean {
  return format !== undefined && formats.get(format) === "bigint";
}
