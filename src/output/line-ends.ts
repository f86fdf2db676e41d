// Compares texts regardless of `\r\n` and `\n`: Git may change line ends on checkout,
// which is not an edit.

/** Replaces `\r\n` by `\n`. */
export function withUnixLineEnds(text: string): string {
  return text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
}

/** Returns true for e.g. `"a\r\n"` and `"a\n"`. */
export function equalButForLineEnds(left: string, right: string): boolean {
  return left === right || withUnixLineEnds(left) === withUnixLineEnds(right);
}
