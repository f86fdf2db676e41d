// The patterns of `only` → what each selects: `identity.*`, `tag:Orders`,
// `path:/v1/orders/**`, `operation:Get*`.

import { type Selector, selectorKinds } from "../passes/select-models.js";

/** Without a word before it a pattern speaks of schemas; `schema:` says so of one with a colon. */
export async function readSelectors(
  patterns: readonly string[],
): Promise<readonly Selector[]> {
  if (patterns.length === 0) return [];
  const { default: picomatch } = await import("picomatch");
  return patterns.map((text): Selector => {
    const kind = selectorKinds.find((word) => text.startsWith(`${word}:`));
    const pattern = kind === undefined ? text : text.slice(kind.length + 1);
    // Nothing has an empty name, and the library throws for an empty pattern.
    const isMatch =
      pattern === "" ? () => false : picomatch(pattern, { dot: true });
    return {
      kind: kind ?? "schema",
      text,
      // Braces are part of paths, and mean something in a pattern.
      matches: (name) => name === pattern || isMatch(name),
    };
  });
}
