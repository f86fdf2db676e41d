// A text of the document in each form in which a template can print it. The forms are
// computed when they are read, since a template reads few of them.

import { csvCell, htmlText } from "../../languages/neutral/cells.js";
import {
  blockLines,
  commentLine,
  commentLines,
} from "../../languages/neutral/comment-lines.js";
import { jsonCode } from "../../languages/neutral/json-code.js";
import {
  markdownBlocks,
  markdownCell,
  markdownSpan,
  markdownWords,
} from "../../languages/neutral/markdown-blocks.js";
import type {
  BlockComment,
  Code,
  CsvCell,
  Html,
  LineComment,
  Markdown,
} from "../../languages/printable.js";
import type { ShapeOf } from "../target.js";

export interface TextView {
  /** A JSON string in quotes: `"a \"b\""`. */
  readonly json: Code;
  /** One line, for a comment that ends with the line. */
  readonly line: LineComment;
  /** The text as wrapped lines for such comments. */
  readonly lines: readonly LineComment[];
  /** The text as wrapped lines for a comment of several lines. */
  readonly block: readonly BlockComment[];
  /** The text as Markdown that shows each character; for names. */
  readonly markdown: Markdown;
  /** The text as a code span of Markdown. */
  readonly span: Markdown;
  /** The text, which is Markdown, without HTML; for descriptions. */
  readonly prose: Markdown;
  /** The same on one line, for a table. */
  readonly cell: Markdown;
  readonly html: Html;
  /** A cell, in quotes where necessary. */
  readonly csv: CsvCell;
}

export const textShape: ShapeOf<TextView> = {
  fields: {
    json: "code",
    line: "lineComment",
    lines: { list: "lineComment" },
    block: { list: "blockComment" },
    markdown: "markdown",
    span: "markdown",
    prose: "markdown",
    cell: "markdown",
    html: "html",
    csv: "csv",
  },
};

class DocumentText implements TextView {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get json(): Code {
    return jsonCode(this.#text);
  }

  get line(): LineComment {
    return commentLine(this.#text);
  }

  get lines(): readonly LineComment[] {
    return commentLines(this.#text);
  }

  get block(): readonly BlockComment[] {
    return blockLines(this.#text);
  }

  get markdown(): Markdown {
    return markdownWords(this.#text);
  }

  get span(): Markdown {
    return markdownSpan(this.#text);
  }

  get prose(): Markdown {
    return markdownBlocks(this.#text);
  }

  get cell(): Markdown {
    return markdownCell(this.#text);
  }

  get html(): Html {
    return htmlText(this.#text);
  }

  get csv(): CsvCell {
    return csvCell(this.#text);
  }

  /** For `codegen inspect`, which prints views as JSON. */
  toJSON(): TextView {
    const { json, line, lines, block, markdown } = this;
    const { span, prose, cell, html, csv } = this;
    return { json, line, lines, block, markdown, span, prose, cell, html, csv };
  }
}

export function textView(text: string): TextView {
  return new DocumentText(text);
}

export function optionalText(text: string | null): TextView | null {
  return text === null ? null : textView(text);
}
