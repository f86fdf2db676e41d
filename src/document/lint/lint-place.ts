// Where a part of a document stands, written out only for what is reported.

import { appendPointer } from "../pointer.js";

/** The document itself where null. */
export type Place = {
  readonly above: Place;
  readonly key: string | number;
} | null;

export function below(above: Place, key: string | number): Place {
  return { above, key };
}

export function pointerTo(place: Place): string {
  return place === null
    ? "#"
    : appendPointer(pointerTo(place.above), place.key);
}
