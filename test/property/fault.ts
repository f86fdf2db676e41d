// A problem in a generated or printed text, and its position.

export interface Fault {
  readonly kind: string;
  /** The offset in the text, in UTF-16 code units. */
  readonly index: number;
}

/** The contents of a file, to compare with those of the document without hostile texts. */
export interface FileReading {
  /** Kinds of syntax, directives and attributes. */
  readonly syntax: ReadonlySet<string>;
  /** Tags of doc comments: `deprecated`, `default`, `link` → how often. */
  readonly tags: ReadonlyMap<string, number>;
  /** Problems that are wrong in any document. */
  readonly faults: readonly Fault[];
}

/** `12: the line`, with escapes for invisible characters. */
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
