/**
 * The same text for equal types, and for equal values of a document: `JSON.stringify`,
 * which has no `bigint`. `replace` leaves out what makes no difference.
 */
export function identityText(
  value: unknown,
  replace: (key: string, value: unknown) => unknown = (_key, one) => one,
): string {
  return JSON.stringify(value, (key, one: unknown) => {
    const kept = replace(key, one);
    return typeof kept === "bigint" ? { integer: String(kept) } : kept;
  });
}
