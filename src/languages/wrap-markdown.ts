// Markdown of the document → its lines, none wider than a comment is to be: what the
// targets of all languages say of a description.

/** One line of plain words, as most descriptions are: nothing in it is Markdown's. */
const plainLine = /^[A-Za-z][!-~]*(?: [!-~]+)*$/;

/** Wraps paragraphs; leaves code, tables and whatever is indented as it stands. */
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
    // Two spaces at its end, or a backslash, keep a line from the next one.
    if (/( {2}|\\)$/.test(raw)) endParagraph();
  }
  endParagraph();
  return lines;
}

/** Empty lines, headings, quotes, rules, tables and indented code. */
function isVerbatim(line: string): boolean {
  return /^($| {4}|\t|\s*([|#>=]|-{3}|\*{3}))/.test(line);
}

const listMarker = /^\s*(?:[-*+]|\d+[.)])\s+/;

function startsListItem(line: string): boolean {
  return listMarker.test(line);
}

/** A list item goes on under its text. */
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

/** A word that would begin a list, a heading, a quote or a tag at the start of a line. */
function startsBlock(word: string): boolean {
  return /^([-+*]$|\d+[.)]$|#+$|[=>|@]|```|~~~|-{3}|\*{3})/.test(word);
}

/** All but the tab and what ends a line. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters do not belong in a comment
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, "");
}
