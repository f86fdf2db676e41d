// Inserts text of a document into Markdown that we write, so that it cannot change its
// structure.

/**
 * Formats a code span on one line: `` a`b → ``a`b`` ``. The fence is longer than any
 * run of backticks in the text.
 * @see https://spec.commonmark.org/0.31.2/#code-spans
 */
export function codeSpan(text: string): string {
  const line = onOneLine(text);
  const runs = line.match(/`+/g) ?? [];
  const longest = Math.max(0, ...runs.map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 || line.trim() === "" ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
}

/**
 * Escapes Markdown: the text starts no emphasis, code, link or HTML.
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function plainWords(text: string): string {
  return onOneLine(text).replace(/[\\`*[\]<>]/g, "\\$&");
}

function onOneLine(text: string): string {
  return text.replace(/(?<!\s)\s*[\n\v\f\r\u0085\u2028\u2029]+\s*/g, " ");
}
