// Markdown of the document → the lines of a doc comment.

import { wrapMarkdown } from "../wrap-markdown.js";

/** Columns of text, without the `/// ` before it, at the indent of a field. */
const wrapWidth = 92;

/** Marks that turn the direction of text are refused in comments, as they can hide code. */
const unwanted = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Empty where there is nothing to say. */
export function docLines(...texts: readonly (string | null)[]): string[] {
  const text = texts.filter((one) => one !== null && one !== "").join("\n\n");
  return text === ""
    ? []
    : wrapMarkdown(text.replaceAll("\t", "    "), wrapWidth).map((line) =>
        line.replace(unwanted, ""),
      );
}
