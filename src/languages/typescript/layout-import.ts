// Formats imports and exports, with line breaks as Prettier.

import { sortedByBytes } from "../../ir/compare-bytes.js";

import type { Code, StringContent } from "../printable.js";
import { printWidth } from "./layout-type.js";
import { textWidth } from "./text-width.js";

/** An import such as `import type { A, B } from "./a.js"`. `broken`: one name per line. */
export interface ImportView {
  /** True if all names are types, so that the import is erased at run time. */
  readonly isType: boolean;
  readonly from: StringContent;
  readonly names: readonly Code[];
  readonly broken: boolean;
}

/** Sorts the names. The result also fits `export`, which has the same width. */
export function layoutImport(
  from: StringContent,
  names: readonly Code[],
  isType = true,
): ImportView {
  const line = `import ${isType ? "type " : ""}{ ${names.join(", ")} } from "${from}";`;
  return {
    isType,
    from,
    names: sortedByBytes(names, (name) => name),
    broken: names.length > 1 && textWidth(line) > printWidth,
  };
}
