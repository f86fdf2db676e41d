// Text of a document → text that stays where we put it into Markdown of ours.

/**
 * `` a`b → ``a`b`` ``, on one line: fenced by more backticks than the text has in a row.
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
 * Words that are not Markdown: no emphasis, code, link or HTML begins in them.
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function plainWords(text: string): string {
  return onOneLine(text).replace(/[\\`*[\]<>]/g, "\\$&");
}

function onOneLine(text: string): string {
  return text.replace(/\s*[\n\v\f\r\u0085\u2028\u2029]+\s*/g, " ");
}
