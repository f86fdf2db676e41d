// Characters that a reader of a generated file would not see, or that a compiler, an
// editor or a terminal does not take for text. Each target writes them as the escapes
// of its language, in strings, keys and comments alike.

/**
 * Control characters, separators of lines, the byte order mark, marks that turn the
 * direction of text (they can make code look like a comment), and halves of surrogate
 * pairs, which UTF-8 cannot hold.
 * @see https://trojansource.codes
 */
const hidden =
  /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** `show` gets the code point; characters in `kept` stay as they are. */
export function escapeHidden(
  text: string,
  show: (codePoint: number) => string,
  kept = "",
): string {
  return text.replace(hidden, (character) =>
    kept.includes(character) ? character : show(character.codePointAt(0) ?? 0),
  );
}

/** Whether a text has any, beside line breaks and tabs. */
export function hasHidden(text: string): boolean {
  return text.replace(/[\n\t]/g, "").search(hidden) >= 0;
}
