// API versions are dates: which of several is nearest to another.

/**
 * Returns `wanted` if it is listed, else the version with the nearest date; the earlier
 * one of two at the same distance. Null if no dates can be compared.
 */
export function nearestVersion(
  versions: readonly string[],
  wanted: string,
): string | null {
  if (versions.includes(wanted)) return wanted;
  const day = dayOf(wanted);
  if (day === null) return null;
  const distances = versions.flatMap((version) => {
    const other = dayOf(version);
    return other === null
      ? []
      : [{ version, other, distance: Math.abs(other - day) }];
  });
  distances.sort(
    (left, right) =>
      left.distance - right.distance ||
      left.other - right.other ||
      (left.version < right.version ? -1 : 1),
  );
  return distances[0]?.version ?? null;
}

/** `2024-09-30.acacia` → the number of its day; null if it does not start with a date. */
export function dayOf(version: string): number | null {
  const [date] = /^\d{4}-\d{2}-\d{2}(?![\d-])/.exec(version) ?? [];
  const time = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? null : time / 86_400_000;
}
