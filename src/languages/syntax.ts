// How files of a language look, as far as the safety of texts depends on it: a text that
// is escaped for a comment must not be printed as code.

import type { PrintPlace } from "./printable.js";

/** The kinds of text that a pack can print outside comments and strings. */
export const baseTexts = ["code", "csv", "html", "markdown"] as const;

/** `path` is the path of a file, which takes words only. */
export type BaseText = Extract<PrintPlace, (typeof baseTexts)[number]> | "path";

export interface Syntax {
  readonly base: BaseText;
  /** Starts a comment that ends with the line: `//`, `#`; null if there is none. */
  readonly lineComment: string | null;
  /** Start and end of a comment of several lines; null if there is none. */
  readonly blockComment: readonly [start: string, end: string] | null;
  /** The characters that open strings; each also closes its own. */
  readonly quotes: string;
}

/** The path of a file. */
export const pathSyntax: Syntax = {
  base: "path",
  lineComment: null,
  blockComment: null,
  quotes: "",
};

/** Languages with comments like those of C. `quotes` differ between them. */
export function slashSyntax(quotes: string): Syntax {
  return {
    base: "code",
    lineComment: "//",
    blockComment: ["/*", "*/"],
    quotes,
  };
}
