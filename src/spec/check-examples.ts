// References in examples and extensions → a warning where they lead nowhere. They are
// data and never followed, so that nothing is wrong with the output; but whoever put
// them there meant something by them.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import { pointerOf, type Reference } from "./find-references.js";
import { resolvePointer } from "./pointer.js";
import { isRemote, isThere, locate } from "./read-linked-file.js";
import type { SpecTree } from "./spec-tree.js";

export function checkExamples(
  { file, location, root }: SpecTree,
  references: readonly Reference[],
  report: Report,
): void {
  for (const reference of references) {
    if (reference.kind !== "data") continue;
    const { ref } = reference;
    if (leadsSomewhere(ref, location, root)) continue;
    report(
      createDiagnostic(
        "ref/in-example",
        { file, pointer: pointerOf(reference) },
        `${JSON.stringify(ref)} refers to nothing, and is not followed here`,
      ),
    );
  }
}

function leadsSomewhere(ref: string, location: string, root: unknown): boolean {
  if (ref.startsWith("#/")) return resolvePointer(root, ref) !== undefined;
  if (ref.startsWith("#")) return true; // the whole document, or an anchor in it
  const target = locate(location, ref.replace(/#.*$/, ""));
  return target === null || isRemote(target) || isThere(target);
}
