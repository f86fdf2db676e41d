// Copies a parsed value deeply.

/**
 * Copies values that occur in several places separately, unlike `structuredClone`;
 * keeps `bigint`, unlike JSON. `replace` may return a substitute for a value, or
 * undefined to copy it.
 */
export function copyTree(
  value: unknown,
  replace: (value: unknown) => unknown = () => undefined,
): unknown {
  const replaced = replace(value);
  if (replaced !== undefined) return replaced;
  if (Array.isArray(value)) {
    return value.map((child) => copyTree(child, replace));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      copyTree(child, replace),
    ]),
  );
}
