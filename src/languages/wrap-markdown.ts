// Wraps Markdown descriptions to the width of a comment, for all languages.

/** Fast path: a single line that contains no Markdown, as most descriptions are. */
const plainLine = /^[A-Za-z][!-~]*(?: [!-~]+)*$/;

/** Wraps paragraphs. Keeps code blocks, tables and indented text as they are. */
export function wrapMarkdown(markdown: string, width: number): string[] {
  if (plainLine.test(markdown)) {
    return markdown.length > width
      ? wrapParagraph(markdown, width)
      : [markdown];
  }
  const lines: string[] = [];
  let paragraph: string[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0)
      lines.push(...wrapParagraph(paragraph.join(" "), width));
    paragraph = [];
  };
  let fenced = false;
  for (const raw of withoutControls(markdown).split(
    /\r\n|[\n\r\u2028\u2029]/,
  )) {
    const line = raw.trimEnd();
    const fence = /^\s*(```|~~~)/.test(line);
    if (fence) fenced = !fenced;
    if (fence || fenced || isVerbatim(line)) {
      endParagraph();
      lines.push(line);
      continue;
    }
    if (startsListItem(line)) endParagraph();
    paragraph.push(paragraph.length === 0 ? line : line.trimStart());
    // Two spaces or a backslash at the end of a line are a hard line break.
    if (/( {2}|\\)$/.test(raw)) endParagraph();
  }
  endParagraph();
  return lines;
}

/** True for empty lines, headings, quotes, rules, tables and indented code. */
function isVerbatim(line: string): boolean {
  return /^($| {4}|\t|\s*([|#>=]|-{3}|\*{3}))/.test(line);
}

const listMarker = /^\s*(?:[-*+]|\d+[.)])\s+/;

function startsListItem(line: string): boolean {
  return listMarker.test(line);
}

/** Indents the continuation lines of a list item. */
function wrapParagraph(text: string, width: number): string[] {
  const marker = listMarker.exec(text)?.[0] ?? "";
  const indent = " ".repeat(marker.length);
  const lines: string[] = [];
  let current = marker;
  let empty = true;
  for (const word of text.slice(marker.length).split(/ +/)) {
    const wider = empty ? current + word : `${current} ${word}`;
    if (!empty && wider.length > width && !startsBlock(word)) {
      lines.push(current);
      current = indent + word;
    } else {
      current = wider;
    }
    empty = false;
  }
  return [...lines, current];
}

/**
 * True for a word that would start a list, heading, quote or tag if it were at the
 * start of a line.
 */
function startsBlock(word: string): boolean {
  return /^([-+*]$|\d+[.)]$|#+$|[=>|@]|```|~~~|-{3}|\*{3})/.test(word);
}

/** Removes control characters except tabs and line ends. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters do not belong in a comment
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, "");
}
