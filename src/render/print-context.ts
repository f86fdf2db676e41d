// Tracks the syntactic context of a template's output, i.e. where a value would be
// printed. Recognises comments, strings and line ends, but not regular expressions or
// `${}`: a template should not print values behind those on the same line.

import type { PrintPlace, ViewShape } from "../targets/target.js";

/** Code, a comment, or a string with its opening quote. */
export type PrintContext = Exclude<PrintPlace, "string"> | `quote ${string}`;

/**
 * Returns the context after `text`: `("code", "// ") → "lineComment"`. `quotes` are the
 * characters that open strings.
 */
export function advance(
  context: PrintContext,
  text: string,
  quotes: string,
): PrintContext {
  let current = context;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const pair = character + text.charAt(index + 1);
    if (current === "code") {
      if (pair === "//") current = "lineComment";
      else if (pair === "/*") current = "blockComment";
      else if (quotes.includes(character)) current = `quote ${character}`;
      if (current === "lineComment" || current === "blockComment") index++;
    } else if (current === "blockComment") {
      if (pair !== "*/") continue;
      current = "code";
      index++;
    } else if (character === "\n") {
      if (current !== "quote `") current = "code";
    } else if (current !== "lineComment") {
      if (character === "\\") index++;
      else if (current === `quote ${character}`) current = "code";
    }
  }
  return current;
}

const placeNames: Readonly<Record<PrintPlace, string>> = {
  blockComment: "in a comment",
  code: "as code",
  lineComment: "behind `//`",
  string: "in a string",
};

/** Returns why a value of this type must not be printed here; null where it may. */
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
  // It is also a single line.
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
