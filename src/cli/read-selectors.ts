// Parses the patterns of `--only`: `identity.*`, `tag:Orders`, `path:/v1/orders/**`,
// `operation:Get*`.

import type { Location } from "../diagnostics/diagnostic.js";
import { type Selector, selectorKinds } from "../passes/select-models.js";

/**
 * A pattern without a prefix selects schemas; `schema:` allows a colon in the pattern.
 * `placeOf` returns where the user wrote a pattern.
 */
export async function readSelectors(
  patterns: readonly string[],
  placeOf: (pattern: string, index: number) => Location,
): Promise<readonly Selector[]> {
  if (patterns.length === 0) return [];
  const { default: picomatch } = await import("picomatch");
  return patterns.map((text, index): Selector => {
    const kind = selectorKinds.find((prefix) => text.startsWith(`${prefix}:`));
    const pattern = kind === undefined ? text : text.slice(kind.length + 1);
    // No name is empty, and picomatch throws for an empty pattern.
    const isMatch =
      pattern === "" ? () => false : picomatch(pattern, { dot: true });
    return {
      kind: kind ?? "schema",
      text,
      at: placeOf(text, index),
      // Braces belong to path templates, but are special in a pattern.
      matches: (name) => name === pattern || isMatch(name),
    };
  });
}
