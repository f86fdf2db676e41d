/**
 * Returns the same text for equal types, or equal values of a document:
 * `JSON.stringify` with support for `bigint`. `replace` can drop properties
 * that are not to be compared.
 */
export function identityText(
  value: unknown,
  replace: (key: string, value: unknown) => unknown = (_key, part) => part,
): string {
  return JSON.stringify(value, (key, part: unknown) => {
    const kept = replace(key, part);
    return typeof kept === "bigint" ? { integer: String(kept) } : kept;
  });
}
