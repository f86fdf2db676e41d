// A parsed document → the same with the keys of every object in another order.

import { createHash } from "node:crypto";

/** The same order each time, so that what fails once fails again. */
export function shuffleKeys(value) {
  if (Array.isArray(value)) return value.map(shuffleKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => ({
    rank: createHash("md5").update(key).digest("hex"),
    entry: [key, shuffleKeys(inner)],
  }));
  entries.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return Object.fromEntries(entries.map(({ entry }) => entry));
}
