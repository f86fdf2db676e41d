// A parsed value → a copy that shares no part with it, nor one of its own parts twice:
// a YAML alias makes one object stand in several places, and a change is meant for one.

/** `count` is called with the number of values copied, and may throw. */
export function cloneTree(
  value: unknown,
  count: (values: number) => void = () => {},
): unknown {
  if (typeof value !== "object" || value === null) {
    count(1);
    return value;
  }
  count(1);
  if (Array.isArray(value)) return value.map((item) => cloneTree(item, count));
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    setOwn(copy, key, cloneTree(item, count));
  }
  return copy;
}

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
