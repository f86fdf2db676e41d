// Markdown of the document → the lines of a JSDoc comment.

import type { DocView } from "./view.js";

/** Columns of text, without the ` * ` before it, at the indent of a property. */
const wrapWidth = 75;

/** Null where there is nothing to say: an empty comment is worse than none. */
export function docComment(
  description: string | null,
  tags: readonly string[] = [],
): DocView | null {
  const text = description === null ? [] : wrapMarkdown(description);
  const gap = text.length > 0 && tags.length > 0 ? [""] : [];
  const lines = [...text, ...gap, ...tags].map(defuse);
  return lines.length === 0 ? null : { single: lines.length === 1, lines };
}

/**
 * What would end the comment, or be read as a tag at the start of a line.
 * @see https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html
 */
function defuse(line: string): string {
  return line.replaceAll("*/", "*\\/").replace(/[\u2028\u2029\r]/g, " ");
}

/** Wraps paragraphs; leaves code, tables and whatever is indented as it stands. */
function wrapMarkdown(markdown: string): string[] {
  const lines: string[] = [];
  let fenced = false;
  for (const raw of markdown.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const line = raw.trimEnd();
    const fence = /^\s*(```|~~~)/.test(line);
    if (fence) fenced = !fenced;
    const verbatim = fence || fenced || /^( {4}|\t|\s*\|)/.test(line);
    if (verbatim) lines.push(escapeTag(line));
    else lines.push(...wrapLine(line));
  }
  return lines.map((line) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters do not belong in a comment
    line.replace(/[\x00-\x08\x0b-\x1f\x7f]/g, ""),
  );
}

/** A list item goes on under its text. */
function wrapLine(line: string): string[] {
  const marker = /^\s*(?:(?:[-*+]|\d+[.)])\s+)?/.exec(line)?.[0] ?? "";
  const indent = " ".repeat(marker.length);
  const lines: string[] = [];
  let current = "";
  for (const word of line.slice(marker.length).split(" ")) {
    const prefix = lines.length === 0 ? marker : indent;
    const wider = current === "" ? word : `${current} ${word}`;
    const tooWide = prefix.length + wider.length > wrapWidth;
    if (tooWide && current !== "" && !startsBlock(word)) {
      lines.push(prefix + current);
      current = word;
    } else {
      current = wider;
    }
  }
  lines.push((lines.length === 0 ? marker : indent) + current);
  return lines.map((each, index) =>
    index === 0 ? escapeTag(each.trimEnd()) : each.trimEnd(),
  );
}

/** A word that would begin a list, a heading, a quote or a tag at the start of a line. */
function startsBlock(word: string): boolean {
  return /^([-+*=#>|@~`]|\d+[.)]$)/.test(word);
}

/** `@see` written by a stranger at the start of a line is text and no tag. */
function escapeTag(line: string): string {
  return line.replace(/^(\s*)@/, "$1\\@");
}
