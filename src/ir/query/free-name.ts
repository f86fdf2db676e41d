/**
 * `wanted`, or the first of `wanted 2`, `wanted 3` … that `taken` does not have. Schemas
 * may have any name; those of other models are made with this, so that none is taken.
 */
export function freeName(
  wanted: string,
  taken: { has(name: string): boolean },
): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const name = `${wanted} ${number}`;
    if (!taken.has(name)) return name;
  }
}
