// Git may check a file out with other line ends than it was committed with. That
// is not an edit, so texts are compared without the difference.

export function withUnixLineEnds(text: string): string {
  return text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
}

export function equalButForLineEnds(one: string, other: string): boolean {
  return one === other || withUnixLineEnds(one) === withUnixLineEnds(other);
}
