// Names and where they come from → an import or export, broken as Prettier breaks it.

import { sortedByBytes } from "../../ir/compare-bytes.js";

import type { Code, StringContent } from "../printable.js";
import { printWidth } from "./layout-type.js";
import { textWidth } from "./text-width.js";

/** `import type { A, B } from "./a.js"`; broken over lines where it is too wide. */
export interface ImportView {
  /** Whether all of them are types, of which nothing is left at run time. */
  readonly isType: boolean;
  readonly from: StringContent;
  readonly names: readonly Code[];
  readonly broken: boolean;
}

/** Fits `import type { A, B } from "x";` as well as `export`, which is as wide. */
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
