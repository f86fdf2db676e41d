// Formats values of the document as Rust literals and comments, so that they cannot
// become code.

import type { LiteralValue } from "../../ir/type-expr.js";
import { escapeHidden } from "../hidden-characters.js";
import type { Code, LineComment } from "../printable.js";
import { integerLiteral } from "./integer-type.js";

/** Formats a string literal. Escapes characters that could hide code. */
export function rustString(text: string): Code {
  const escaped = escapeHidden(
    text.replace(/[\\"]/g, "\\$&"),
    escapeRustCharacter,
  );
  return `"${escaped}"` as Code; // nothing in it ends the literal
}

/** `"a" → "a"`, `9007199254740993n → 9007199254740993i64` */
export function rustValue(value: LiteralValue): Code {
  return typeof value === "string"
    ? rustString(value)
    : (integerLiteral(value) ?? (String(value) as Code)); // a number, or `true`
}

/**
 * Formats the text of a line comment. Escapes hidden characters, some of which the
 * compiler rejects in comments.
 */
export function rustLineComment(text: string): LineComment {
  return escapeHidden(text, escapeRustCharacter).trimEnd() as LineComment; // contains no line end
}

const rustShortEscapes: Readonly<Record<number, string>> = {
  9: "\\t",
  10: "\\n",
  13: "\\r",
};

function escapeRustCharacter(codePoint: number): string {
  const short = rustShortEscapes[codePoint];
  return short ?? `\\u{${codePoint.toString(16)}}`;
}
