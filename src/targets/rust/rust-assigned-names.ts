// Assigns a type name and a file to each struct. If two would get the same one,
// the later in byte order is numbered, with a warning that explains how to
// choose a name.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { type Word, word } from "../../languages/printable.js";
import { rustFileName, rustTypeName } from "../../languages/rust/rust-names.js";

export interface RustNames {
  readonly type: Word;
  /** The name of the module: the file without folder and extension. */
  readonly file: Word;
}

/** A struct that needs a name. */
export interface Nameable {
  /** Identifies the struct. */
  readonly key: string;
  /** Its name in messages: that of its schema, or the title of an inline object. */
  readonly name: string;
  /** The base of its names. */
  readonly label: string;
  readonly pointer: string;
}

/** Names that no struct may have, because the output uses them otherwise. */
export interface ReservedNames {
  readonly types: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

/**
 * Key → names. `items` are sorted. An item whose label is spelled like its type
 * or file takes precedence over others.
 */
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
 * `name`, or the first of `name2`, `name3` … that is free. `next` caches where to
 * continue for each name, so that thousands of equal names take linear time.
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
