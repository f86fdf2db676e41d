// Measures text in columns, as Prettier does.

import { eastAsianWidth } from "get-east-asian-width";

/** @see https://prettier.io/docs/options#print-width */
export const printWidth = 80;

/**
 * Returns columns, not UTF-16 units: a Chinese character takes two, a combining accent
 * none.
 */
export function textWidth(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is one column wide
  if (/^[\x00-\x7f]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const combining = code >= 0x300 && code <= 0x36f;
    width += combining ? 0 : eastAsianWidth(code);
  }
  return width;
}
