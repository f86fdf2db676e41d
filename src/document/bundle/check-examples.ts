// References in examples and extensions → a warning where they lead nowhere. They are
// data and never followed, so the output is correct; but the author expected them to
// resolve.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { quoteAddress } from "../../diagnostics/show-address.js";
import { inspectPath } from "../../source/files/read-file.js";
import { locate } from "../../source/locate.js";
import { pointerOf, type Reference } from "../external-references.js";
import { resolvePointer } from "../pointer.js";
import type { SpecTree } from "../spec-tree.js";

export function checkExamples(
  { file, location, root: document }: SpecTree,
  references: readonly Reference[],
  root: string,
  report: Report,
): void {
  for (const reference of references) {
    if (reference.kind !== "data") continue;
    const { ref } = reference;
    if (leadsSomewhere(ref, location, document, root)) continue;
    report(
      createDiagnostic(
        "ref/in-example",
        { file, pointer: pointerOf(reference) },
        `${quoteAddress(ref)} refers to nothing, and is not followed here`,
      ),
    );
  }
}

function leadsSomewhere(
  ref: string,
  location: string,
  document: unknown,
  root: string,
): boolean {
  if (ref.startsWith("#/")) return resolvePointer(document, ref) !== undefined;
  if (ref.startsWith("#")) return true; // the whole document, or an anchor in it
  // Other places are not looked at: what is there is not the document's business.
  const target = locate(location, ref.replace(/#.*$/s, ""), root);
  return target.kind !== "file" || inspectPath(target.location) !== null;
}
