// Names of the document in every usual case, different for each thing that a language
// may declare side by side.

import type { Word } from "../../languages/printable.js";
import { type NameCases, nameCases } from "../../languages/words-of-name.js";
import type { ShapeOf } from "../target.js";
import { type TextView, textShape, textView } from "./text-view.js";

/** A name as the document has it, and as identifiers. */
export interface NameView extends NameCases {
  /** As sent on the wire, or as the document has it. */
  readonly text: TextView;
  /** True if `camel` is what the document has; likewise below. */
  readonly isCamel: boolean;
  readonly isPascal: boolean;
  readonly isSnake: boolean;
}

/** The name of something that has a file of its own. */
export interface FileNameView extends NameView {
  /** The name of the file without folder and extension; `@file` of its own file. */
  readonly file: Word;
}

const caseShapes = {
  isCamel: "flag",
  isPascal: "flag",
  isSnake: "flag",
  pascal: "word",
  camel: "word",
  snake: "word",
  kebab: "word",
  constant: "word",
} as const;

export const nameShape: ShapeOf<NameView> = {
  fields: { text: textShape, ...caseShapes },
};

export const fileNameShape: ShapeOf<FileNameView> = {
  fields: { text: textShape, ...caseShapes, file: "word" },
};

/** Gives names that differ in every case, also on systems that ignore case. */
export class NameScope {
  readonly #taken = new Set<string>();
  /** The next number to try, by the name without one. */
  readonly #numbers = new Map<string, number>();
  readonly #reserved: ReadonlySet<string>;

  constructor(reserved: ReadonlySet<string>) {
    this.#reserved = reserved;
  }

  /** `raw` is the base of the name, `text` what the document has; null for the same. */
  claim(raw: string, text: string | null = null): NameView {
    const base = nameCases(raw, null, this.#reserved).snake.toUpperCase();
    for (let next = this.#numbers.get(base) ?? 1; ; next++) {
      const number = next === 1 ? null : next;
      const cases = nameCases(raw, number, this.#reserved);
      const keys = [cases.pascal, cases.snake].map((name) =>
        name.toUpperCase(),
      );
      if (keys.some((key) => this.#taken.has(key))) continue;
      for (const key of keys) this.#taken.add(key);
      this.#numbers.set(base, next + 1);
      const original = text ?? raw;
      return {
        ...{ text: textView(original), ...cases },
        isCamel: cases.camel === original,
        isPascal: cases.pascal === original,
        isSnake: cases.snake === original,
      };
    }
  }
}

/** Windows reserves these names for devices, whatever the extension; `index` stands for a folder. */
const isReservedFile = /^(con|prn|aux|nul|com\d|lpt\d|index)$/i;

export function withFile(name: NameView): FileNameView {
  const file = isReservedFile.test(name.snake)
    ? (`${name.snake}_` as Word) // an identifier
    : name.snake;
  // not spread: `text` is computed when it is read
  return { ...name, file };
}
