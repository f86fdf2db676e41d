// What a template has written so far → where its next text would stand. Comments, strings
// and line breaks are followed; regular expressions and `${}` are not, and a template should
// print no text of a view on a line behind one.

import type { PrintPlace, ViewShape } from "../targets/target.js";

/** Code, a comment, or the quote that opened the string. */
export type PrintContext = Exclude<PrintPlace, "string"> | `quote ${string}`;

/** `("code", "// ") → "lineComment"`. `quotes` are the characters that open strings. */
export function advance(
  context: PrintContext,
  text: string,
  quotes: string,
): PrintContext {
  let now = context;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const pair = character + text.charAt(index + 1);
    if (now === "code") {
      if (pair === "//") now = "lineComment";
      else if (pair === "/*") now = "blockComment";
      else if (quotes.includes(character)) now = `quote ${character}`;
      if (now === "lineComment" || now === "blockComment") index++;
    } else if (now === "blockComment") {
      if (pair !== "*/") continue;
      now = "code";
      index++;
    } else if (character === "\n") {
      if (now !== "quote `") now = "code";
    } else if (now !== "lineComment") {
      if (character === "\\") index++;
      else if (now === `quote ${character}`) now = "code";
    }
  }
  return now;
}

const placeNames: Readonly<Record<PrintPlace, string>> = {
  blockComment: "in a comment",
  code: "as code",
  lineComment: "behind `//`",
  string: "in a string",
};

/** Why a text of this shape cannot be printed here; null where it can. */
export function objectionToPrinting(
  shape: ViewShape,
  context: PrintContext,
): string | null {
  if (shape === "word") return null;
  if (shape === "raw")
    return "is unescaped text, which a template must not print";
  if (typeof shape === "object" || shape === "flag") {
    return "is not text";
  }
  const here = printPlaceOf(context);
  if (shape === here) return null;
  // It is one line, too.
  if (shape === "blockComment" && here === "lineComment") return null;
  return `is safe ${placeNames[shape]} only, but is printed ${placeNames[here]}`;
}

function printPlaceOf(context: PrintContext): PrintPlace {
  switch (context) {
    case "blockComment":
    case "code":
    case "lineComment":
      return context;
    default:
      return "string";
  }
}
