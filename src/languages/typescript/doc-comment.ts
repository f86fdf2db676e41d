// Formats a description and tags as a JSDoc comment.

import type { BlockComment } from "../printable.js";
import { wrapMarkdown } from "../wrap-markdown.js";
import { blockComment } from "./escape-comment.js";

/** The lines of a comment, escaped; `single` if there is only one. */
export interface DocView {
  readonly single: boolean;
  readonly lines: readonly BlockComment[];
}

/** Columns of text after ` * `, at the indentation of a property. */
const wrapWidth = 75;

/** A JSDoc tag; `text` may be text of the document. */
export interface DocTag {
  readonly name: "default" | "deprecated";
  readonly text?: string;
}

/** Returns null if the comment would be empty. */
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
  return line as BlockComment; // a literal tag, and escaped text
}
