// The location of a target's option in the config or on the command line, for
// messages about it.

import type { Location } from "../diagnostics/diagnostic.js";

/** Option name → location; null if it is unknown, as in tests. */
export type PlaceOfOption = (name: string) => Location | null;

/** The location of a part of an option. In `--set` all parts have the location of the option. */
export function placeOfPart(
  at: Location | null,
  ...keys: readonly string[]
): Location | null {
  if (at?.pointer === undefined) return at;
  const tokens = keys.map((key) =>
    key.replaceAll("~", "~0").replaceAll("/", "~1"),
  );
  return { ...at, pointer: [at.pointer, ...tokens].join("/") };
}
