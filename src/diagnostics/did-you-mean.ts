// A wrong name → the known name the user probably meant, as a piece of advice.

import { closest, distance } from "fastest-levenshtein";

/** `"did you mean \"charge\"?"`, or null where no known name is near. */
export function didYouMean(
  wrong: string,
  known: readonly string[],
): string | null {
  if (known.length === 0) return null;
  const nearest = closest(wrong, known as string[]); // the library only reads it
  const tolerated = Math.max(2, Math.floor(wrong.length / 3));
  return distance(wrong, nearest) <= tolerated
    ? `did you mean ${JSON.stringify(nearest)}?`
    : null;
}
