// Compares texts regardless of `\r
// ` and `
// `: Git may change line ends on checkout, which is not an edit.

/**
 * Replaces `\r
 * ` by `
 * `.
 */
export function withUnixLineEnds(text: string): string {
  return text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
}

/**
 * `"a\r
 * "` and `"a
 * "` are equal.
 */
export function equalButForLineEnds(left: string, right: string): boolean {
  return left === right || withUnixLineEnds(left) === withUnixLineEnds(right);
}
