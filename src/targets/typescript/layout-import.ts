// Names and where they come from → an import or export, broken as Prettier breaks it.

import { sortedByBytes } from "../../model/byte-order.js";
import type { Code, StringContent } from "../printable.js";
import { printWidth } from "./layout.js";
import { textWidth } from "./text-width.js";
import type { ImportView } from "./view.js";

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
