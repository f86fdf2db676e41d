// Values of the document → literals of TypeScript. A document is data from a
// stranger: its text must never end a literal and become code.

import type { JsonValue } from "../../model/json-value.js";
import type { LiteralValue } from "../../model/type-expr.js";

/**
 * Double quotes, or single ones where that saves escapes, as Prettier has it.
 * @see https://prettier.io/docs/rationale#strings
 */
export function stringLiteral(text: string): string {
  if (/^[ !#-[\]-~]*$/.test(text)) return `"${text}"`; // nearly all of them
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  const quote = doubles > singles ? "'" : '"';
  let result = quote;
  for (const character of text) result += escapeCharacter(character, quote);
  return result + quote;
}

export function valueLiteral(value: LiteralValue): string {
  return typeof value === "string"
    ? stringLiteral(value)
    : String(value).replace("e+", "e"); // 1e300, as Prettier has it
}

const shortEscapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** U+2028 and U+2029 end a line in older editions of the language; lone surrogates are no UTF-8. */
function escapeCharacter(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to escape
  if (/^[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]$/.test(character)) {
    return unicodeEscape(character);
  }
  return /^\p{Surrogate}$/u.test(character)
    ? unicodeEscape(character)
    : character;
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const identifier =
  /^[\p{L}\p{Nl}$_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}$\u200c\u200d]*$/u;

/**
 * A property name as it stands in an interface, in quotes only where they are
 * needed. Prettier keeps them around letters beyond 16 bits.
 */
export function propertyKey(name: string): string {
  const plain = identifier.test(name) && !/[\u{10000}-\u{10ffff}]/u.test(name);
  return plain ? name : stringLiteral(name);
}

/** On one line; null where Prettier would break it whatever its width. */
export function jsonLiteral(value: JsonValue): string | null {
  if (typeof value !== "object") return valueLiteral(value);
  if (value === null) return "null";
  if (Array.isArray(value)) {
    const parts = value.map(jsonLiteral);
    const nested = value.some(
      (item) => typeof item === "object" && item !== null,
    );
    if (parts.includes(null) || (nested && value.length > 1)) return null;
    return `[${parts.join(", ")}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  const quoted = entries.some(([key]) => propertyKey(key) !== key);
  const parts = entries.map(([key, one]) => {
    const part = jsonLiteral(one);
    return part === null || quoted ? null : `${propertyKey(key)}: ${part}`;
  });
  return parts.includes(null) ? null : `{ ${parts.join(", ")} }`;
}
