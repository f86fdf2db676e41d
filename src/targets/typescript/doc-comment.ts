// Markdown of the document → the lines of a JSDoc comment.

import { wrapMarkdown } from "../wrap-markdown.js";
import type { DocView } from "./view.js";

/** Columns of text, without the ` * ` before it, at the indent of a property. */
const wrapWidth = 75;

/** Null where there is nothing to say: an empty comment is worse than none. */
export function docComment(
  description: string | null,
  tags: readonly string[] = [],
): DocView | null {
  const text = description === null ? [] : wrapDescription(description);
  const gap = text.length > 0 && tags.length > 0 ? [""] : [];
  const lines = [...text, ...gap, ...tags].map(defuse);
  return lines.length === 0 ? null : { single: lines.length === 1, lines };
}

/** What would end the comment, and let the rest of the text become code. */
function defuse(line: string): string {
  return line.replaceAll("*/", "*\\/");
}

function wrapDescription(description: string): string[] {
  const lines = wrapMarkdown(description, wrapWidth);
  return description.includes("@") ? lines.map(escapeTag) : lines;
}

/** `@see` written by a stranger at the start of a line is text and no tag. */
function escapeTag(line: string): string {
  return line.replace(/^(\s*)@/, "$1\\@");
}
