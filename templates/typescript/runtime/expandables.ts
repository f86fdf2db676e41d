// Functions for expandable properties, which are an id or the object.

/** True for the object, false for its id or null. */
export function isExpanded<T>(value: T): value is Extract<T, object> {
  return typeof value === "object" && value !== null;
}

/** True for the deleted form of an object, which has little more than its id. */
export function isDeleted<T>(value: T): value is Extract<T, { deleted: true }> {
  return (
    typeof value === "object" &&
    value !== null &&
    "deleted" in value &&
    value.deleted === true
  );
}

/** Returns the id, expanded or not; null if there is none: `idOf(charge.customer)`. */
export function idOf<T extends string | { id?: string } | null | undefined>(
  value: T,
): IdOf<T> {
  const id = typeof value === "string" ? value : (value?.id ?? null);
  // The compiler does not resolve a conditional type inside a function.
  return id as IdOf<T>;
}

/** Null if the object may have no id, such as an upcoming invoice. */
export type IdOf<T> = T extends string | { id: string }
  ? string
  : string | null;
