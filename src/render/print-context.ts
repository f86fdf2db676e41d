// Tracks the syntactic context of a template's output, i.e. where a value would be
// printed. Recognises comments, strings and line ends, but not regular expressions or
// `${}`: a template should not print values behind those on the same line.

import type { BaseText, Syntax } from "../languages/syntax.js";
import type { PrintPlace, ViewShape } from "../targets/target.js";

/** Outside of comments and strings (`base`), a comment, or a string with its opening quote. */
export type PrintContext =
  | "base"
  | "blockComment"
  | "lineComment"
  | `quote ${string}`;

/** Returns the context after `text`: `("base", "// ") → "lineComment"`. */
export function advance(
  context: PrintContext,
  text: string,
  syntax: Syntax,
): PrintContext {
  let current = context;
  let index = 0;
  while (index < text.length) {
    const { next, length } = step(current, text, index, syntax);
    current = next;
    index += length;
  }
  return current;
}

/** The context behind the token at `index`, and the length of that token. */
function step(
  context: PrintContext,
  text: string,
  index: number,
  { lineComment, blockComment, quotes }: Syntax,
): { readonly next: PrintContext; readonly length: number } {
  const character = text.charAt(index);
  const startsWith = (token: string | undefined | null) =>
    token !== undefined && token !== null && text.startsWith(token, index);
  const [start, end] = blockComment ?? [];
  if (context === "base") {
    if (startsWith(lineComment)) {
      return { next: "lineComment", length: lineComment?.length ?? 1 };
    }
    if (startsWith(start)) {
      return { next: "blockComment", length: start?.length ?? 1 };
    }
    const opens = quotes.includes(character);
    return { next: opens ? `quote ${character}` : "base", length: 1 };
  }
  if (context === "blockComment") {
    return startsWith(end)
      ? { next: "base", length: end?.length ?? 1 }
      : { next: context, length: 1 };
  }
  if (character === "\n") {
    return { next: context === "quote `" ? context : "base", length: 1 };
  }
  if (context === "lineComment") return { next: context, length: 1 };
  if (character === "\\") return { next: context, length: 2 };
  return {
    next: context === `quote ${character}` ? "base" : context,
    length: 1,
  };
}

const placeNames: Readonly<Record<PrintPlace, string>> = {
  blockComment: "in a comment",
  code: "as code",
  csv: "in a cell of CSV",
  html: "in HTML",
  lineComment: "behind `//`",
  markdown: "in Markdown",
  string: "in a string",
};

/** Returns why a value of this type must not be printed here; null if it may. */
export function objectionToPrinting(
  shape: ViewShape,
  context: PrintContext,
  base: BaseText,
): string | null {
  if (shape === "word") return null;
  if (shape === "raw")
    return "is unescaped text, which a template must not print";
  if (typeof shape === "object" && "fields" in shape) {
    return "is not text: call a partial with it, or print its fields";
  }
  if (typeof shape === "object" || shape === "flag") return "is not text";
  const here = printPlaceOf(context, base);
  if (here === "path") return "is not a name, and a path has names only";
  if (shape === here) return null;
  // It is also a single line.
  if (shape === "blockComment" && here === "lineComment") return null;
  return `is safe ${placeNames[shape]} only, but is printed ${placeNames[here]}`;
}

function printPlaceOf(
  context: PrintContext,
  base: BaseText,
): PrintPlace | "path" {
  switch (context) {
    case "base":
      return base;
    case "blockComment":
    case "lineComment":
      return context;
    default:
      return "string";
  }
}
