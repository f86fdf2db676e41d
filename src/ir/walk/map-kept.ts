// Maps a list, and returns the same list if no item changes. Most mappings
// change few models, and copying all of them costs time in the garbage
// collector.

export function mapKept<Item>(
  items: readonly Item[],
  change: (item: Item) => Item,
): readonly Item[] {
  let changed: Item[] | null = null;
  items.forEach((item, index) => {
    const next = change(item);
    if (next !== item) changed ??= items.slice(0, index);
    changed?.push(next);
  });
  return changed ?? items;
}
