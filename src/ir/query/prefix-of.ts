// A publisher's id → its prefix, which identifies the kind of object.

/**
 * `ch_1PgafmB7WZ01zgkW6dKueIc5 → ch`: the part before the last `_`, if the
 * rest has at least 8 characters and a digit. Null for `card_payments` and
 * `obj_123`.
 */
export function prefixOf(id: string): string | null {
  return (
    /^([a-z][a-z0-9]*(?:_[a-z0-9]+)*)_(?=[A-Za-z]*\d)[A-Za-z0-9]{8,}$/.exec(
      id,
    )?.[1] ?? null
  );
}
