// What is said of a place in an upgraded document → the same of the place in the
// Swagger 2.0 document that the user has.

import type { Diagnostic } from "../diagnostics/diagnostic.js";

/** Components that stand elsewhere in 2.0, and are otherwise as they were. */
const moved: readonly (readonly [string, string])[] = [
  ["#/components/schemas", "#/definitions"],
  ["#/components/parameters", "#/parameters"],
  ["#/components/responses", "#/responses"],
];

/**
 * `#/components/schemas/Pet/type → #/definitions/Pet/type`. What stands elsewhere may
 * have changed its form, so it is said that the place is one of the upgraded document.
 */
export function traceUpgrade(diagnostic: Diagnostic, file: string): Diagnostic {
  const { at } = diagnostic;
  if (at?.pointer === undefined || at.file !== file) return diagnostic;
  const { pointer } = at;
  for (const [to, from] of moved) {
    if (pointer !== to && !pointer.startsWith(`${to}/`)) continue;
    const original = `${from}${pointer.slice(to.length)}`;
    return { ...diagnostic, at: { ...at, pointer: original } };
  }
  return {
    ...diagnostic,
    help: `${diagnostic.help} (the place is that in the document as upgraded from Swagger 2.0)`,
  };
}
