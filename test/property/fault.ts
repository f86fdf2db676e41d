// What is wrong with a text that was generated or printed, and where.

export interface Fault {
  readonly kind: string;
  /** Where in the text, in UTF-16 code units. */
  readonly index: number;
}

/** What a file holds: to be compared with what it holds without hostile texts. */
export interface FileReading {
  /** Kinds of syntax, directives and attributes. */
  readonly syntax: ReadonlySet<string>;
  /** Tags of doc comments: `deprecated`, `default`, `link` → how often. */
  readonly tags: ReadonlyMap<string, number>;
  /** What is wrong whatever else the document holds. */
  readonly faults: readonly Fault[];
}

/** `12: the line`, with what cannot be seen written as escapes. */
export function excerpt(text: string, index: number): string {
  const line = text.slice(0, index).split("\n").length;
  const start = text.lastIndexOf("\n", index - 1) + 1;
  const from = Math.max(start, index - 60);
  const [first = ""] = text.slice(from, index + 80).split("\n");
  return `${line}: ${JSON.stringify(first).replace(/[^\x20-\x7e]/gu, toEscape)}`;
}

function toEscape(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
