// A message about a referenced file → the same message with at most 40 characters
// of the text of the file: it may be any file below the root, and messages end up in
// public logs.

import type { Diagnostic } from "../../diagnostics/diagnostic.js";

const longestQuote = 40;

/** For a diagnostic at a location in another file. */
export function shortenQuotes(diagnostic: Diagnostic): Diagnostic {
  const { message, help, at } = diagnostic;
  // Parsers quote without quotation marks.
  const short = shortenQuoted(message).replace(/[^\s"]+/g, (word) =>
    cut(word, longestQuote),
  );
  return {
    ...diagnostic,
    message: short,
    help: shortenQuoted(help),
    at:
      at?.pointer === undefined
        ? at
        : { ...at, pointer: shortenPointer(at.pointer) },
  };
}

/** For a diagnostic at a location in the user's own files, which may quote the target of a reference. */
export function shortenForeignQuotes(
  diagnostic: Diagnostic,
  ownTexts: readonly string[],
): Diagnostic {
  const isOwn = (quoted: string) =>
    ownTexts.some((text) => text.includes(quoted));
  const { message, help } = diagnostic;
  return {
    ...diagnostic,
    message: shortenQuoted(message, isOwn),
    help: shortenQuoted(help, isOwn),
  };
}

/** Limits the total length of all quotes, since a list of short texts may be long. */
function shortenQuoted(
  text: string,
  isOwn: (quoted: string) => boolean = () => false,
): string {
  let left = longestQuote;
  return text.replace(/"((?:[^"\\]|\\.)*)"/gs, (quoted, inner: string) => {
    if (isOwn(inner)) return quoted;
    const shown = cut(inner, left);
    left = Math.max(0, left - inner.length);
    return `"${shown}"`;
  });
}

function shortenPointer(pointer: string): string {
  return pointer
    .split("/")
    .map((token) => cut(token, longestQuote))
    .join("/");
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}
