// A wrong name → the known name the user probably meant, as a piece of advice.

import { closest, distance } from "fastest-levenshtein";

/** `"did you mean \"charge\"?"`, or null where no known name is near. */
export function didYouMean(
  wrong: string,
  known: readonly string[],
): string | null {
  const tolerated = Math.max(2, Math.floor(wrong.length / 3));
  // A name that is so much longer or shorter is further away than that.
  const near = known.filter(
    ({ length }) => Math.abs(length - wrong.length) <= tolerated,
  );
  if (near.length === 0) return null;
  const nearest = closest(wrong, near);
  return distance(wrong, nearest) <= tolerated
    ? `did you mean ${JSON.stringify(nearest)}?`
    : null;
}
