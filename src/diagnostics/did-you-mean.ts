// Suggests the known name that the user probably meant.

import { closest, distance } from "fastest-levenshtein";

/** Returns `did you mean "charge"?`, or null where no known name is similar. */
export function didYouMean(
  wrong: string,
  known: readonly string[],
): string | null {
  const tolerated = Math.max(2, Math.floor(wrong.length / 3));
  // A name's distance is at least the difference of the lengths.
  const near = known.filter(
    ({ length }) => Math.abs(length - wrong.length) <= tolerated,
  );
  if (near.length === 0) return null;
  const nearest = closest(wrong, near);
  return distance(wrong, nearest) <= tolerated
    ? `did you mean ${JSON.stringify(nearest)}?`
    : null;
}
