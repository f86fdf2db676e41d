// What is done by hand to parsed values, of which any text may be a key.

/** `__proto__` is a key like any other. */
export function setOwn(object: object, key: string, value: unknown): void {
  if (key !== "__proto__") {
    (object as Record<string, unknown>)[key] = value; // a plain object takes any key
    return;
  }
  Object.defineProperty(object, key, {
    ...{ value, configurable: true, enumerable: true, writable: true },
  });
}

/** The number of objects and lists in one another. */
export function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
