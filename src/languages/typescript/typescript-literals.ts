// Values of the document → literals of TypeScript. A document is data from a
// stranger: its text must never end a literal and become code.

import type { JsonValue } from "../../ir/json-value.js";
import { asJson } from "../../ir/query/literal-values-of.js";
import type { LiteralValue } from "../../ir/type-expr.js";
import { escapeHidden } from "../hidden-characters.js";
import { type Code, code, joinCode } from "../printable.js";

/**
 * Double quotes, or single ones where that saves escapes, as Prettier has it.
 * @see https://prettier.io/docs/rationale#strings
 */
export function tsString(text: string): Code {
  if (/^[ !#-[\]-~]*$/.test(text)) return `"${text}"` as Code; // nearly all of them
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  const quote = doubles > singles ? "'" : '"';
  const escaped = escapeHidden(
    text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`),
    escapeTsCharacter,
  );
  return `${quote}${escaped}${quote}` as Code; // nothing in it ends the literal
}

/** Of a `bigint` the number that JSON has at run time. */
export function tsValue(value: LiteralValue): Code {
  const json = asJson(value);
  return typeof json === "string"
    ? tsString(json)
    : (String(json).replace("e+", "e") as Code); // a number: 1e300, as Prettier has it
}

/** Each once: integers beyond 2^53 may be one number. */
export function valueLiterals(values: readonly LiteralValue[]): Code[] {
  return [...new Set(values.map(tsValue))];
}

/** `9007199254740993n`, of an integer. */
export function bigintLiteral(value: LiteralValue): Code {
  return `${BigInt(value)}n` as Code; // digits
}

const tsShortEscapes: Readonly<Record<number, string>> = {
  9: "\\t",
  10: "\\n",
  13: "\\r",
};

/** `\n`, `\u202e`: makes what hides in a literal or a comment visible. */
export function escapeTsCharacter(codePoint: number): string {
  const short = tsShortEscapes[codePoint];
  return short ?? `\\u${codePoint.toString(16).padStart(4, "0")}`;
}

const identifier =
  /^[\p{L}\p{Nl}$_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}$\u200c\u200d]*$/u;

/**
 * A property name as it stands in an interface, in quotes only where they are
 * needed. Prettier keeps them around letters beyond 16 bits.
 */
export function propertyKey(name: string): Code {
  const plain =
    identifier.test(name) && !/[\u2e2f\u{10000}-\u{10ffff}]/u.test(name);
  return plain ? (name as Code) : tsString(name); // an identifier
}

/** On one line; null where Prettier would break it whatever its width. */
export function jsonLiteral(value: JsonValue): Code | null {
  if (typeof value !== "object") return tsValue(value);
  if (value === null) return code`null`;
  if (Array.isArray(value)) {
    const parts = value.flatMap((item) => jsonLiteral(item) ?? []);
    const nested = value.some(
      (item) => typeof item === "object" && item !== null,
    );
    if (parts.length < value.length || (nested && value.length > 1)) {
      return null;
    }
    return code`[${joinCode(parts, code`, `)}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return code`{}`;
  const quoted = entries.some(([key]) => propertyKey(key) !== key);
  const parts = entries.flatMap(([key, one]) => {
    const part = jsonLiteral(one);
    return part === null ? [] : [code`${propertyKey(key)}: ${part}`];
  });
  return quoted || parts.length < entries.length
    ? null
    : code`{ ${joinCode(parts, code`, `)} }`;
}
