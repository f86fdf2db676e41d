// A list → another, each item put through a function; the very same list where no
// item changes. Most of what is asked of models changes few of them, and a copy of
// all of them is paid for by the garbage collector.

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
