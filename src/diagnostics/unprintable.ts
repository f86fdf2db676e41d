// Which parts of a text are more than text to whatever it is printed on.

/**
 * Control characters, Unicode's line separators, bidi controls, byte order marks and
 * lone surrogates. A line break is among them.
 */
export const unprintable =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Surrogate}\ufeff]/gu;

/**
 * A CI runner obeys `::error::` at the start of a line, and `##[error]` or `##vso[…]`
 * anywhere: what follows the mark is taken apart from it.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const lineCommand = /^(\s*):(?=:)/gm;
export const inlineCommand = /##(?=\w*\[)/g;
