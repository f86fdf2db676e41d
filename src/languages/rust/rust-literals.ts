// Text of a document → literals and comments of Rust, in which it stays text.

import type { LiteralValue } from "../../ir/type-expr.js";
import { escapeHidden } from "../hidden-characters.js";
import type { Code, LineComment } from "../printable.js";
import { integerLiteral } from "./integer-type.js";

/** A string: in a literal, characters that could hide code are written as escapes. */
export function rustString(text: string): Code {
  const escaped = escapeHidden(
    text.replace(/[\\"]/g, "\\$&"),
    escapeRustCharacter,
  );
  return `"${escaped}"` as Code; // nothing in it ends the literal
}

export function rustValue(value: LiteralValue): Code {
  return typeof value === "string"
    ? rustString(value)
    : (integerLiteral(value) ?? (String(value) as Code)); // a number, or `true`
}

/** One line behind `//` or `///`; the compiler refuses some of these characters there. */
export function rustLineComment(text: string): LineComment {
  return escapeHidden(text, escapeRustCharacter).trimEnd() as LineComment; // it has no end of a line
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
