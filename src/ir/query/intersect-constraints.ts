// Two sets of constraints → one that satisfies both.

const least = [
  "exclusiveMinimum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
];
const most = [
  "exclusiveMaximum",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
];

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
  if (typeof a === "boolean") return a || b === true; // `closed`, `uniqueItems`
  if (typeof a !== "number" || typeof b !== "number") return a;
  if (least.includes(key)) return Math.max(a, b);
  if (most.includes(key)) return Math.min(a, b);
  return b % a === 0 ? b : a; // `multipleOf`: a multiple of 6 is also a multiple of 3
}
