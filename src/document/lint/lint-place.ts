// The path of a part as a linked list: visiting a part is cheap, and only a report
// formats its pointer.

import { appendPointer } from "../pointer.js";

/** Null for the document itself. */
export type LintPlace = {
  readonly above: LintPlace;
  readonly key: string | number;
} | null;

/** Returns the path of the child at `key`. */
export function lintPlaceBelow(
  above: LintPlace,
  key: string | number,
): LintPlace {
  return { above, key };
}

/** Returns the path as a JSON pointer: `#/paths/~1pets/get`. */
export function pointerTo(place: LintPlace): string {
  return place === null
    ? "#"
    : appendPointer(pointerTo(place.above), place.key);
}
