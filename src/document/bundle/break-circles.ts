// References that only refer to each other (`thing` refers to `thing`) → any value, with a
// warning: they describe nothing, and the rest of the document is still valid.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { quoteAddress } from "../../diagnostics/show-address.js";
import { pointerOf } from "../external-references.js";
import { isObject } from "../is-object.js";
import type { Link } from "./load-linked-files.js";

/** Removes the `$ref` of one object of each cycle. Returns the other references. */
export function breakCircles(
  links: readonly Link[],
  report: Report,
): readonly Link[] {
  const next = new Map<unknown, unknown>(
    links
      .filter(({ reference }) => !reference.isMapping)
      .map(({ reference, target }) => [reference.holder, target.value]),
  );
  return links.filter(({ file, reference }) => {
    const { holder } = reference;
    if (reference.isMapping || !leadsBack(holder, next)) return true;
    report(
      createDiagnostic(
        "ref/endless",
        { file: file.file, pointer: pointerOf(reference) },
        `${quoteAddress(reference.ref)} leads back to itself, and to nothing else`,
      ),
    );
    delete (holder as Record<string, unknown>).$ref; // parsed for this run only
    return false;
  });
}

function leadsBack(
  start: Readonly<Record<string, unknown>>,
  next: ReadonlyMap<unknown, unknown>,
): boolean {
  const seen = new Set<unknown>();
  let at: unknown = start;
  while (isObject(at) && at.$ref !== undefined && !seen.has(at)) {
    seen.add(at);
    at = next.get(at);
    if (at === start) return true;
  }
  return false;
}
