// Markdown of the document → the lines of a doc comment.

import type { LineComment } from "../printable.js";
import { wrapMarkdown } from "../wrap-markdown.js";
import { rustLineComment } from "./rust-literals.js";
import { withoutDocTests } from "./without-doc-tests.js";

/** Columns of text, without the `/// ` before it, at the indent of a field. */
const rustWrapWidth = 92;

/** Empty where there is nothing to say. */
export function docLines(...texts: readonly (string | null)[]): LineComment[] {
  const text = texts.filter((one) => one !== null && one !== "").join("\n\n");
  if (text === "") return [];
  const lines = wrapMarkdown(text.replaceAll("\t", "    "), rustWrapWidth);
  return withoutDocTests(lines).map(rustLineComment);
}
