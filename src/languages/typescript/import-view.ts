// The views of imports and exports.

import { sortedByBytes } from "../../ir/compare-bytes.js";
import type { Code, StringContent } from "../printable.js";

/** An import such as `import type { A, B } from "./a.js"`. */
export interface ImportView {
  /** True where all names are types, so that the import vanishes at run time. */
  readonly isType: boolean;
  readonly from: StringContent;
  readonly names: readonly Code[];
  /** True for one name, which stays on the line however long it is. */
  readonly isSingle: boolean;
}

/** Sorts the names. The result also fits `export`. */
export function importView(
  from: StringContent,
  names: readonly Code[],
  isType = true,
): ImportView {
  return {
    isType,
    from,
    names: sortedByBytes(names, (name) => name),
    isSingle: names.length === 1,
  };
}
