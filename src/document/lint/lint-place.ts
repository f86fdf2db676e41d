// Where a part of a document stands, written out only for what is reported.

import { appendPointer } from "../pointer.js";

/** The document itself where null. */
export type LintPlace = {
  readonly above: LintPlace;
  readonly key: string | number;
} | null;

export function lintPlaceBelow(
  above: LintPlace,
  key: string | number,
): LintPlace {
  return { above, key };
}

export function pointerTo(place: LintPlace): string {
  return place === null
    ? "#"
    : appendPointer(pointerTo(place.above), place.key);
}
