// What to ask of an expandable at run time.

/** Whether it is the object, and not its id or null. */
export function isExpanded<T>(value: T): value is Extract<T, object> {
  return typeof value === "object" && value !== null;
}

/** Whether it is an object that was deleted, of which little more than the id is left. */
export function isDeleted<T>(value: T): value is Extract<T, { deleted: true }> {
  return (
    typeof value === "object" &&
    value !== null &&
    "deleted" in value &&
    value.deleted === true
  );
}

/** The id of an expandable, expanded or not; null where there is none. */
export function idOf<T extends string | { id?: string } | null | undefined>(
  value: T,
): IdOf<T> {
  const id = typeof value === "string" ? value : (value?.id ?? null);
  // The compiler does not follow a conditional type into the branches of a function.
  return id as IdOf<T>;
}

/** An invoice that is only upcoming has no id: the id of such an object may be null. */
export type IdOf<T> = T extends string | { id: string }
  ? string
  : string | null;
