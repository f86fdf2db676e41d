// A parsed value → the same, sharing nothing with it or within itself.

/**
 * Not by way of JSON, which has no `bigint`, or by `structuredClone`, which keeps what is
 * shared. `replace` may give another value for one; undefined keeps it.
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
