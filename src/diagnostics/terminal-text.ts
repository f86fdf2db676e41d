// Escapes text for a terminal or a CI log, so that it cannot control them.

import { inlineCommand, lineCommand, unprintable } from "./unprintable.js";

/** Escapes unprintable characters; keeps line breaks and tabs. */
export function terminalText(text: string): string {
  return text
    .replace(unprintable, (character) =>
      character === "\n" || character === "\t"
        ? character
        : toEscape(character),
    )
    .replace(lineCommand, "$1\\x3a")
    .replace(inlineCommand, "#\\x23");
}

/** Escapes text that is part of a line: line breaks and tabs, too. */
export function terminalLine(text: string): string {
  return terminalText(text).replace(/[\n\t]/g, toEscape);
}

/** `\x1b`, `\u202e` */
function toEscape(character: string): string {
  const code = character.charCodeAt(0);
  const hex = code.toString(16);
  return code > 0xff
    ? `\\u${hex.padStart(4, "0")}`
    : `\\x${hex.padStart(2, "0")}`;
}
