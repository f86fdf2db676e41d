// An id as a publisher writes it → what ids of its kind begin with.

/**
 * `ch_1PgafmB7WZ01zgkW6dKueIc5 → ch`: what is before the last part, where that is long
 * and has a digit. `card_payments` and `obj_123` are no such ids.
 */
export function prefixOf(id: string): string | null {
  return (
    /^([a-z][a-z0-9]*(?:_[a-z0-9]+)*)_(?=[A-Za-z]*\d)[A-Za-z0-9]{8,}$/.exec(
      id,
    )?.[1] ?? null
  );
}
