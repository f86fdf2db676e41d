// A parsed value → the same, sharing nothing with it or within itself.

/** Not by way of JSON, which has no `bigint`, or by `structuredClone`, which keeps what is shared. */
export function copyTree(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyTree);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, copyTree(child)]),
  );
}
