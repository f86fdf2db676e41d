// Suggests the known name that the user probably meant.

import { closest, distance } from "fastest-levenshtein";

/** Returns `did you mean "charge"?`, or null if no known name is similar. */
export function didYouMean(
  name: string,
  names: readonly string[],
): string | null {
  const tolerated = Math.max(2, Math.floor(name.length / 3));
  // A name's distance is at least the difference of the lengths.
  const near = names.filter(
    ({ length }) => Math.abs(length - name.length) <= tolerated,
  );
  if (near.length === 0) return null;
  const nearest = closest(name, near);
  return distance(name, nearest) <= tolerated
    ? `did you mean ${JSON.stringify(nearest)}?`
    : null;
}
