// A literal or an enum → its literal types: `"a"`, `1`, or `1n` if the option
// `formats` maps the format of its integers to `bigint`.

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

/** True if the values are printed as `1n`. Only types of integers have a format. */
export function isBigint(
  { format }: EnumType | LiteralType,
  formats: Formats,
): boolean {
  return format !== undefined && formats.get(format) === "bigint";
}
