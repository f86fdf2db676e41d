// Text of a document → text that stays within a comment of TypeScript, and that no tool
// takes for an instruction.

import { escapeHidden } from "../hidden-characters.js";
import type { BlockComment, LineComment } from "../printable.js";
import { escapeTsCharacter } from "./typescript-literals.js";

/** Behind `//`: what would end the line is shown as its escape. */
export function tsLineComment(text: string): LineComment {
  const visible = escapeHidden(text, escapeTsCharacter).trimEnd();
  const line = visible
    .replace(directive, (found) => escapeTsCharacter(found.charCodeAt(0)))
    // At the start of a line: `@ts-ignore`, or a third slash.
    .replace(/^[@/]/, (found) => escapeTsCharacter(found.charCodeAt(0)));
  return line as LineComment; // no line terminator is left in it
}

/** A line of a JSDoc comment. It has no tags: `@deprecated` is text. */
export function blockComment(line: string): BlockComment {
  const visible = escapeHidden(line, escapeTsCharacter, "\t");
  const text = visible.replaceAll("*/", "*\\/").replace(directive, asEntity);
  return escapeTags(text) as BlockComment; // it neither ends the comment nor has tags
}

/**
 * Tools look for these anywhere in a comment, also in code and behind a backslash:
 * with `stripInternal` the compiler drops a declaration; it resolves the module of
 * `@jsxImportSource`; debuggers load what `sourceMappingURL=` names.
 */
const directive = /@(?=internal|jsx)|(?<=source(?:Mapping)?URL)=/gi;

/** Markdown shows it as the character that it stands for. */
function asEntity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/**
 * The compiler finds a tag where `@` starts a line or follows white space, which for it
 * includes U+200B, also between backticks, and a link in `{@link …}`.
 * @see https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html
 */
function escapeTags(line: string): string {
  if (!line.includes("@")) return line;
  return line
    .replace(/([\s\u200b{])@(?=\S)/g, "$1\\@")
    .replace(/^([\s\u200b*]*)@/, "$1\\@");
}
