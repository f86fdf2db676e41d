// Where an option of a target was written: messages about it point there.

import type { Location } from "../diagnostics/diagnostic.js";

/** By the option's name; null where nobody needs to know, as in tests. */
export type PlaceOfOption = (name: string) => Location | null;

/** A part of an option. Only a config has places for parts; `--set` is one place. */
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
