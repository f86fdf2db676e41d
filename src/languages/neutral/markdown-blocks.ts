// Markdown of the document, made safe to print in a Markdown file: it has no HTML, no
// links that run scripts, and ends what it starts.

import { escapeHidden } from "../hidden-characters.js";
import { codeSpan, plainWords } from "../markdown-text.js";
import type { Markdown } from "../printable.js";

/** Text that is not Markdown, such as a name: `a_b` → `a\_b`. */
export function markdownWords(text: string): Markdown {
  const escaped = plainWords(text).replace(/[_|~#]/g, "\\$&");
  return withoutHidden(escaped) as Markdown; // no character has a meaning
}

/** Text in a code span; also in a table, where `|` would end the cell. */
export function markdownSpan(text: string): Markdown {
  const span = codeSpan(withoutHidden(text)).replaceAll("|", "\\|");
  return span as Markdown; // a complete span
}

/** A description, as paragraphs. */
export function markdownBlocks(text: string): Markdown {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  let fence: string | null = null;
  const safe = lines.map((line) => {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence !== null) {
      const closes = mark?.startsWith(fence) === true && mark === line.trim();
      if (closes) fence = null;
      return withoutHidden(line);
    }
    if (mark !== undefined) fence = mark;
    return mark === undefined ? markdownLine(line) : withoutHidden(line);
  });
  if (fence !== null) safe.push(fence);
  return safe.join("\n").trim() as Markdown; // complete blocks without HTML
}

/** A description on one line, for a cell of a table. */
export function markdownCell(text: string): Markdown {
  const line = text.replace(/\s+/g, " ").trim();
  // a fence or an unpaired backtick would reach beyond the cell
  const ticks = (line.match(/`/g) ?? []).length;
  const closed = ticks % 2 === 0 ? line : line.replaceAll("`", "\\`");
  return markdownLine(closed).replace(/\\?\|/g, "\\|") as Markdown; // one line
}

/** Escapes tags outside of code spans, and schemes that run scripts. */
function markdownLine(line: string): string {
  return withoutHidden(line)
    .split(/(`+[^`]*`+)/)
    .map((part) =>
      part.startsWith("`")
        ? part
        : part
            .replace(/<(?=[A-Za-z/!?])/g, "&lt;")
            .replace(
              /\b(javascript|vbscript|data)(?=\s*(?:&#?\w+;|:))/gi,
              "un-$1",
            ),
    )
    .join("");
}

function withoutHidden(text: string): string {
  return escapeHidden(text, (codePoint) =>
    codePoint === 9 ? " " : `U+${codePoint.toString(16).padStart(4, "0")}`,
  );
}
