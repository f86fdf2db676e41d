// Two sets of constraints → one that satisfies both.

import { assertNever } from "../assert-never.js";
import { type Combination, constraintKeywords } from "../constraints.js";

const combinations: ReadonlyMap<string, Combination> = new Map(
  Object.entries(constraintKeywords),
);

/**
 * Takes the tighter value of each constraint. Of two different patterns, or
 * two `multipleOf` that do not divide each other, the first is kept: one
 * keyword cannot express both.
 */
export function intersectConstraints<Constraints extends object>(
  a: Constraints | undefined,
  b: Constraints | undefined,
): Constraints | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const joined = new Map<string, unknown>(Object.entries(b));
  for (const [key, value] of Object.entries(a)) {
    joined.set(key, joinValues(key, value, joined.get(key)));
  }
  return { ...b, ...a, ...Object.fromEntries(joined) };
}

function joinValues(key: string, a: unknown, b: unknown): unknown {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.filter((one) => b.includes(one));
  }
  if (key === "closed") return a === true || b === true;
  const combination = combinations.get(key);
  return combination === undefined ? a : combineValues(combination, a, b);
}

function combineValues(
  combination: Combination,
  a: unknown,
  b: unknown,
): unknown {
  if (combination === "either") return a === true || b === true;
  if (typeof a !== "number" || typeof b !== "number") return a;
  switch (combination) {
    case "larger":
      return Math.max(a, b);
    case "smaller":
      return Math.min(a, b);
    case "multiple":
      return b % a === 0 ? b : a; // a multiple of 6 is also a multiple of 3
    case "first":
      return a;
    default:
      return assertNever(combination);
  }
}
