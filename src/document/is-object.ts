// Distinguishes objects from arrays and scalars, everywhere in a parsed document.

/** Returns true for an object that is not an array or null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
