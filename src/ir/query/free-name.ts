/**
 * Returns `wanted`, or the first of `wanted 2`, `wanted 3` … that is not
 * `taken`. Schemas may have any name; a derived model gets its name here, so
 * that the two never collide.
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
