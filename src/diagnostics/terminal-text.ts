// Any text → the same to print on a terminal or in a CI log, which it cannot steer.

import { inlineCommand, lineCommand, unprintable } from "./unprintable.js";

/** Several lines: keeps line breaks and tabs, and writes an escape for what is not printable. */
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

/** One line, for a value inside of a line: a line break in it is an escape as well. */
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
