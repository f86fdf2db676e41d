// A value → JSON to print. It parses to the same value, and is safe on a terminal.

import { inlineCommand, unprintable } from "./unprintable.js";

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
