// The properties of one struct → the names of its fields, each unique within it.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { sortedByBytes } from "../../ir/compare-bytes.js";
import type { Word } from "../../languages/printable.js";
import { fieldName } from "../../languages/rust/rust-names.js";
import { firstFreeRustName } from "./rust-assigned-names.js";

/**
 * Property → field. If two properties map to the same field, a property that is
 * spelled like the field gets it, and the other one is numbered and reported.
 */
export function assignFields(
  properties: readonly { readonly name: string; readonly pointer: string }[],
  file: string,
  report: Report,
): ReadonlyMap<string, Word> {
  const taken = new Map<string, string>();
  const result = new Map<string, Word>();
  const sorted = sortedByBytes(properties, ({ name }) => name);
  const isExact = ({ name }: { name: string }) => fieldName(name) === name;
  const exactFirst = [
    ...sorted.filter(isExact),
    ...sorted.filter((property) => !isExact(property)),
  ];
  for (const { name, pointer } of exactFirst) {
    const wanted = fieldName(name);
    const field = firstFreeRustName(wanted, (name) => taken.has(name), "_");
    if (field !== wanted) {
      report(
        createDiagnostic(
          "name/collision",
          { file, pointer },
          `${JSON.stringify(name)} collides with ${JSON.stringify(taken.get(wanted))}: both become the field ${wanted}; it becomes ${field}`,
          "the wire name stays; rename one of the two with an overlay if you can change the API",
        ),
      );
    }
    taken.set(field, name);
    result.set(name, field);
  }
  return result;
}
