// Patterns of text that terminals and CI runners interpret.

/**
 * Matches control characters (including line breaks), Unicode line separators, bidi
 * controls, byte order marks and unpaired surrogates.
 */
export const unprintable =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Surrogate}\ufeff]/gu;

/**
 * CI runners execute `::error::` at the start of a line, and `##[error]` or `##vso[…]`
 * anywhere. The patterns match only the `:` and the `##`, which callers escape.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const lineCommand = /^(\s*):(?=:)/gm;
export const inlineCommand = /##(?=\w*\[)/g;
