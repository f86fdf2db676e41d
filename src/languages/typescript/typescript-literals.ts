// Formats values of the document as TypeScript literals. A document may come from a
// stranger: its text must not end a literal and become code.

import type { JsonValue } from "../../ir/json-value.js";
import { asJson } from "../../ir/query/literal-values-of.js";
import type { LiteralValue } from "../../ir/type-expr.js";
import { escapeHidden } from "../hidden-characters.js";
import { type Code, code, joinCode } from "../printable.js";

/**
 * Formats a string in double quotes, or in single quotes where that saves escapes, as
 * Prettier does.
 * @see https://prettier.io/docs/rationale#strings
 */
export function tsString(text: string): Code {
  if (/^[ !#-[\]-~]*$/.test(text)) return `"${text}"` as Code; // fast path for nearly all strings
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  const quote = doubles > singles ? "'" : '"';
  const escaped = escapeHidden(
    text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`),
    escapeTsCharacter,
  );
  return `${quote}${escaped}${quote}` as Code; // nothing in it ends the literal
}

/** Formats a literal; a `bigint` becomes the number that JSON has at run time. */
export function tsValue(value: LiteralValue): Code {
  const json = asJson(value);
  return typeof json === "string"
    ? tsString(json)
    : (String(json).replace("e+", "e") as Code); // a number, such as 1e300 in Prettier's form
}

/** Formats each value once; integers beyond 2^53 may become equal. */
export function valueLiterals(values: readonly LiteralValue[]): Code[] {
  return [...new Set(values.map(tsValue))];
}

/** Formats an integer: `9007199254740993n`. */
export function bigintLiteral(value: LiteralValue): Code {
  return `${BigInt(value)}n` as Code; // digits
}

const tsShortEscapes: Readonly<Record<number, string>> = {
  9: "\\t",
  10: "\\n",
  13: "\\r",
};

/** Returns an escape sequence for a hidden character: `\n`, `\u202e`. */
export function escapeTsCharacter(codePoint: number): string {
  const short = tsShortEscapes[codePoint];
  return short ?? `\\u${codePoint.toString(16).padStart(4, "0")}`;
}

const identifier =
  /^[\p{L}\p{Nl}$_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}$\u200c\u200d]*$/u;

/**
 * Formats a property name for an interface, in quotes only where necessary. Like
 * Prettier, keeps the quotes for letters beyond 16 bits.
 */
export function propertyKey(name: string): Code {
  const plain =
    identifier.test(name) && !/[\u2e2f\u{10000}-\u{10ffff}]/u.test(name);
  return plain ? (name as Code) : tsString(name); // an identifier
}

/** Formats a value on one line; null if Prettier breaks it at any width. */
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
  const parts = entries.flatMap(([key, child]) => {
    const part = jsonLiteral(child);
    return part === null ? [] : [code`${propertyKey(key)}: ${part}`];
  });
  return quoted || parts.length < entries.length
    ? null
    : code`{ ${joinCode(parts, code`, `)} }`;
}
