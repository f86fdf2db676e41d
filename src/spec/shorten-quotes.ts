// What is said of a file that the document refers to → the same with at most 40 characters
// of the text of the file: it may be any file below the root, and messages end up in
// public logs.

import type { Diagnostic } from "../diagnostics/diagnostic.js";

const longest = 40;

export function shortenQuotes(diagnostic: Diagnostic): Diagnostic {
  const { message, help, at } = diagnostic;
  return {
    ...diagnostic,
    message: shortenText(message),
    help: shortenQuoted(help),
    at:
      at?.pointer === undefined
        ? at
        : { ...at, pointer: shortenPointer(at.pointer) },
  };
}

/** Words without quotes as well: parsers quote without them. */
function shortenText(text: string): string {
  return shortenQuoted(text).replace(/[^\s"]+/g, (word) => cut(word, longest));
}

/** All that stands in quotes counts together, as a list of short texts may be long. */
export function shortenQuoted(text: string): string {
  let left = longest;
  return text.replace(/"((?:[^"\\]|\\.)*)"/gs, (_quoted, inner: string) => {
    const shown = cut(inner, left);
    left = Math.max(0, left - inner.length);
    return `"${shown}"`;
  });
}

function shortenPointer(pointer: string): string {
  return pointer
    .split("/")
    .map((token) => cut(token, longest))
    .join("/");
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}
