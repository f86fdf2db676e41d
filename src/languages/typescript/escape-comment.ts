// Escapes text of the document for TypeScript comments, so that it neither ends the
// comment nor contains instructions to tools.

import { escapeHidden } from "../hidden-characters.js";
import type { BlockComment, LineComment } from "../printable.js";
import { escapeTsCharacter } from "./typescript-literals.js";

/** Escapes a line behind `//`; line ends become escape sequences. */
export function tsLineComment(text: string): LineComment {
  const visible = escapeHidden(text, escapeTsCharacter).trimEnd();
  const line = visible
    .replace(directive, (character) =>
      escapeTsCharacter(character.charCodeAt(0)),
    )
    // `@ts-ignore` or a third slash is significant at the start.
    .replace(/^[@/]/, (character) =>
      escapeTsCharacter(character.charCodeAt(0)),
    );
  return line as LineComment; // contains no line terminator
}

/** Escapes a line of a JSDoc comment. Tags such as `@deprecated` become plain text. */
export function blockComment(line: string): BlockComment {
  const visible = escapeHidden(line, escapeTsCharacter, "\t");
  const text = visible.replaceAll("*/", "*\\/").replace(directive, asEntity);
  return escapeTags(text) as BlockComment; // neither ends the comment nor contains tags
}

/**
 * Matches characters of directives, which tools find anywhere in a comment, even in
 * code spans and behind a backslash. With `stripInternal`, the compiler drops
 * declarations with `@internal`. It resolves the module of `@jsxImportSource`, and
 * debuggers load `sourceMappingURL=`.
 */
const directive = /@(?=internal|jsx)|(?<=source(?:Mapping)?URL)=/gi;

/** Markdown renders the entity as the character. */
function asEntity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/**
 * Escapes `@` where the compiler finds a tag, even in a code span: at the start of a
 * line, after white space (which includes U+200B), and in `{@link …}`.
 * @see https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html
 */
function escapeTags(line: string): string {
  if (!line.includes("@")) return line;
  return line
    .replace(/([\s\u200b{])@(?=\S)/g, "$1\\@")
    .replace(/^([\s\u200b*]*)@/, "$1\\@");
}
