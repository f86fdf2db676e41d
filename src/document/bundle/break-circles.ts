// References that lead to one another and to nothing else (`thing` is a reference to
// `thing`) → any value, with a warning: no value could be told from another by them,
// and they must not take the rest of the document along.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { quoteAddress } from "../../diagnostics/show-address.js";
import { pointerOf } from "../external-references.js";
import { isObject } from "../is-object.js";
import type { Link } from "./load-linked-files.js";

/** Takes the `$ref` out of one object of each circle. */
export function breakCircles(links: readonly Link[], report: Report): void {
  const next = new Map(
    links.map(({ reference, target }) => [reference.holder, target]),
  );
  for (const { file, reference } of links) {
    const { holder } = reference;
    if (reference.isMapping || !leadsBack(holder, next)) continue;
    report(
      createDiagnostic(
        "ref/endless",
        { file: file.file, pointer: pointerOf(reference) },
        `${quoteAddress(reference.ref)} leads back to itself, and to nothing else`,
      ),
    );
    delete (holder as Record<string, unknown>).$ref; // parsed for this run alone
  }
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
