// Each struct gets a name and a file of its own. Where two would share one, the
// later in byte order is numbered, and a warning says how to choose otherwise.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { type Word, word } from "../../languages/printable.js";
import { rustFileName, rustTypeName } from "../../languages/rust/rust-names.js";

export interface RustNames {
  readonly type: Word;
  /** Of the module; without folder and ending. */
  readonly file: Word;
}

/** What gets a name. */
export interface Nameable {
  /** What tells it from all others. */
  readonly key: string;
  /** In the document: of a schema, or the title of an inline object. */
  readonly name: string;
  /** What its names are made of. */
  readonly label: string;
  readonly pointer: string;
}

/** Names that the output needs for something else. */
export interface ReservedNames {
  readonly types: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

/** By key. `items` come sorted; one that is spelled like its names keeps them. */
export function assignRustNames(
  items: readonly Nameable[],
  reserved: ReservedNames,
  file: string,
  report: Report,
): ReadonlyMap<string, RustNames> {
  const types = new Map<string, string>();
  const files = new Map<string, string>();
  const next = {
    types: new Map<string, number>(),
    files: new Map<string, number>(),
  };
  const result = new Map<string, RustNames>();
  const exactFirst = [
    ...items.filter(isExactRustName),
    ...items.filter((item) => !isExactRustName(item)),
  ];
  for (const { key, name, label, pointer } of exactFirst) {
    const wanted = { type: rustTypeName(label), file: rustFileName(label) };
    const isReserved =
      reserved.types.has(wanted.type) || reserved.files.has(wanted.file);
    const holder = types.get(wanted.type) ?? files.get(wanted.file);
    const names = {
      type: firstFreeRustName(
        reserved.types.has(wanted.type)
          ? word`${wanted.type}Model`
          : wanted.type,
        (one) => types.has(one) || reserved.types.has(one),
        "",
        next.types,
      ),
      file: firstFreeRustName(
        reserved.files.has(wanted.file)
          ? word`${wanted.file}_model`
          : wanted.file,
        (one) => files.has(one) || reserved.files.has(one),
        "_",
        next.files,
      ),
    };
    if (isReserved || holder !== undefined) {
      const other = isReserved
        ? "a shared type"
        : `the schema ${JSON.stringify(holder)}`;
      report(
        createDiagnostic(
          "name/collision",
          { file, pointer },
          `${JSON.stringify(name)} collides with ${other}; it becomes ${names.type} (${names.file}.rs)`,
          `choose a name in the config: \`names: {${JSON.stringify(name)}: …}\` beside \`out\``,
        ),
      );
    }
    types.set(names.type, name);
    files.set(names.file, name);
    result.set(key, names);
  }
  return result;
}

function isExactRustName({ label }: Nameable): boolean {
  return rustTypeName(label) === label || rustFileName(label) === label;
}

/**
 * `name`, or the first of `name2`, `name3` … that is free. `next` remembers the numbers
 * that were found taken: of thousands of equal names each would try them all again.
 */
export function firstFreeRustName(
  name: Word,
  isTaken: (name: string) => boolean,
  separator: "" | "_",
  next: Map<string, number> = new Map(),
): Word {
  if (!isTaken(name)) return name;
  for (let number = next.get(name) ?? 2; ; number++) {
    const numbered = word`${name}${separator}${number}`;
    if (isTaken(numbered)) continue;
    next.set(name, number);
    return numbered;
  }
}
