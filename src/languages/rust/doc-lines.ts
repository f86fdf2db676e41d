// Formats descriptions as the lines of a Rust doc comment.

import type { LineComment } from "../printable.js";
import { wrapMarkdown } from "../wrap-markdown.js";
import { rustLineComment } from "./rust-literals.js";
import { withoutDocTests } from "./without-doc-tests.js";

/** Columns of text after `/// `, at the indentation of a field. */
const rustWrapWidth = 92;

/** Returns the lines without `///`; empty if all texts are empty or null. */
export function docLines(...texts: readonly (string | null)[]): LineComment[] {
  const text = texts
    .filter((paragraph) => paragraph !== null && paragraph !== "")
    .join("\n\n");
  if (text === "") return [];
  const lines = wrapMarkdown(text.replaceAll("\t", "    "), rustWrapWidth);
  return withoutDocTests(lines).map(rustLineComment);
}
