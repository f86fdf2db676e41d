// Formats a value as JSON that is safe to print on a terminal and parses to the same
// value.

import { inlineCommand, unprintable } from "./unprintable.js";

/** Returns indented JSON with a final line break. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
    .replace(unprintable, (character) =>
      character === "\n" ? character : escapedInJson(character),
    )
    .replace(inlineCommand, `#${escapedInJson("#")}`);
  return `${text}\n`;
}

function escapedInJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
