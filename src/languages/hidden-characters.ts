// Finds characters that are invisible in generated code, or that a compiler, an editor
// or a terminal interprets. Targets escape them in strings, keys and comments.

/**
 * Matches control characters, line separators, byte order marks, direction marks (which
 * can make code look like a comment), and unpaired surrogates, which UTF-8 cannot
 * encode.
 * @see https://trojansource.codes
 */
const hidden =
  /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * Replaces hidden characters except those in `kept`. `show` converts a code point to an
 * escape sequence of the language.
 */
export function escapeHidden(
  text: string,
  show: (codePoint: number) => string,
  kept = "",
): string {
  return text.replace(hidden, (character) =>
    kept.includes(character) ? character : show(character.codePointAt(0) ?? 0),
  );
}

/**
 * Returns true if the text contains hidden characters other than `\n` and tab.
 */
export function hasHidden(text: string): boolean {
  return text.replace(/[\n\t]/g, "").search(hidden) >= 0;
}
