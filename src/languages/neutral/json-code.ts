// Formats values as JSON, which most languages read as their own literals.

import { escapeHidden } from "../hidden-characters.js";
import type { Code } from "../printable.js";

/**
 * Formats a string as a JSON string with quotes. Escapes what ends a comment or an HTML
 * script, and what starts an interpolation in double quotes, so that the literal is safe
 * in languages that have those: `"${x}"` becomes `"\u0024{x}"`.
 */
export function jsonCode(text: string): Code {
  const escaped = escapeHidden(JSON.stringify(text), unicodeEscape)
    .replace(/\$(?=[{(A-Za-z_])|#(?=[{$@])/g, unicodeOf)
    .replace(/(?<=[*<])\/|(?<=-)-(?=>)/g, unicodeOf);
  return escaped as Code; // a literal of its own
}

/** Formats one line of JSON that may contain strings, such as a default. */
export function jsonLineCode(line: string): Code {
  const parts = line.match(/"(?:[^"\\]|\\.)*"|[^"]+/g) ?? [];
  const texts = parts.map((part) =>
    part.startsWith('"') ? jsonCode(String(JSON.parse(part))) : part,
  );
  return texts.join("") as Code; // JSON, with each string escaped
}

function unicodeOf(character: string): string {
  return unicodeEscape(character.charCodeAt(0));
}

function unicodeEscape(codePoint: number): string {
  return `\\u${codePoint.toString(16).padStart(4, "0")}`;
}
