// Markdown of the document → the lines of a JSDoc comment.

import type { BlockComment } from "../printable.js";
import { wrapMarkdown } from "../wrap-markdown.js";
import { blockComment } from "./escape-comment.js";

/** The lines of a JSDoc comment, end markers defused; one line or several. */
export interface DocView {
  readonly single: boolean;
  readonly lines: readonly BlockComment[];
}

/** Columns of text, without the ` * ` before it, at the indent of a property. */
const wrapWidth = 75;

/** A tag of ours, with text of the document behind it. */
export interface DocTag {
  readonly name: "default" | "deprecated";
  readonly text?: string;
}

/** Null where there is nothing to say: an empty comment is worse than none. */
export function docComment(
  description: string | null,
  tags: readonly DocTag[] = [],
): DocView | null {
  const text = description === null ? [] : wrapMarkdown(description, wrapWidth);
  const gap = text.length > 0 && tags.length > 0 ? [""] : [];
  const lines = [...[...text, ...gap].map(blockComment), ...tags.map(tagLine)];
  return lines.length === 0 ? null : { single: lines.length === 1, lines };
}

function tagLine({ name, text }: DocTag): BlockComment {
  const line =
    text === undefined ? `@${name}` : `@${name} ${blockComment(text)}`;
  return line as BlockComment; // our own tag, and escaped text
}
