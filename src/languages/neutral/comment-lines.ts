// Text of the document as lines of comments, for languages that the program does not know.

import { escapeHidden } from "../hidden-characters.js";
import type { BlockComment, LineComment } from "../printable.js";
import { wrapMarkdown } from "../wrap-markdown.js";

/** Columns of text in a comment. */
const commentWidth = 75;

/** One line, without hidden characters. */
export function commentLine(text: string): LineComment {
  const line = text.replace(/(?<!\s)\s*[\n\v\f\r\u0085\u2028\u2029]+\s*/g, " ");
  return withoutTags(visible(line)) as LineComment; // contains no line terminator
}

/** Wrapped lines for comments that end with the line. */
export function commentLines(text: string): LineComment[] {
  return wrapMarkdown(text, commentWidth).map(
    (line) => withoutTags(visible(line)) as LineComment, // as above
  );
}

/**
 * Wrapped lines for a comment of several lines. What ends one in some language gets
 * spaces inside, such as `"""`. Where backslashes escape, the comment must be raw:
 * `r"""` in Python.
 */
export function blockLines(text: string): BlockComment[] {
  return wrapMarkdown(text, commentWidth).map(
    (line) =>
      withoutTags(visible(line)).replace(
        /[*]\/|--+>?|[-]}|"""|'''|\*\)|]]/g,
        spread,
      ) as BlockComment, // does not end the comment
  );
}

/**
 * What tools take for an instruction gets a backslash: `@deprecated`, `@ts-ignore`, a
 * third slash at the start. Some are found behind one, and get an entity: `@internal`.
 */
function withoutTags(line: string): string {
  return line
    .replace(/(^|[\s\u200b{*])@(?=\S)/g, "$1\\@")
    .replace(/\\?@(?=internal|jsx)/gi, "&#64;")
    .replace(/(?<=source(?:Mapping)?URL)=/gi, " =")
    .replace(/^\//, "\\/");
}

/** `"""` → `" " "` */
function spread(end: string): string {
  return [...end].join(" ");
}

function visible(text: string): string {
  const shown = escapeHidden(text, (codePoint) =>
    codePoint === 9 ? " " : `U+${codePoint.toString(16).padStart(4, "0")}`,
  );
  // A backslash at the end of a line would join the next one to the comment.
  return shown.trimEnd().replace(/\\$/, "\\.");
}
