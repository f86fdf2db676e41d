// Handles parsed values whose keys may be any text.

/** Sets a property, including one named `__proto__`. */
export function setOwn(object: object, key: string, value: unknown): void {
  if (key !== "__proto__") {
    (object as Record<string, unknown>)[key] = value; // a plain object accepts any key
    return;
  }
  Object.defineProperty(object, key, {
    ...{ value, configurable: true, enumerable: true, writable: true },
  });
}

/** Returns the number of nested levels: `{a: []}` has 2. */
export function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
