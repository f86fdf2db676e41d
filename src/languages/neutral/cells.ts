// Text of the document in a cell of CSV, and in HTML.

import { escapeHidden } from "../hidden-characters.js";
import type { CsvCell, Html } from "../printable.js";

/**
 * A cell. An apostrophe keeps spreadsheets from reading it as a formula.
 * @see https://www.rfc-editor.org/rfc/rfc4180#section-2
 */
export function csvCell(text: string): CsvCell {
  const line = escapeHidden(text, (codePoint) =>
    codePoint === 9 || codePoint === 10 ? " " : `U+${codePoint.toString(16)}`,
  );
  const inert = /^[=+\-@]/.test(line) ? `'${line}` : line;
  const cell = /[",;']|^\s|\s$/.test(inert)
    ? `"${inert.replaceAll('"', '""')}"`
    : inert;
  return cell as CsvCell; // one cell on one line
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The text of an element, or of an attribute in quotes. */
export function htmlText(text: string): Html {
  const shown = escapeHidden(
    text,
    (codePoint) => `U+${codePoint.toString(16)}`,
    "\n\t",
  );
  const escaped = shown.replace(/[&<>"']/g, (one) => entities[one] ?? one);
  return escaped as Html; // without markup
}
