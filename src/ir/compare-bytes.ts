// The only sort order in the output: names by their UTF-8 bytes. This equals
// the order of code points, and does not depend on a locale.

/**
 * Compares two strings by their UTF-8 bytes: negative, zero or positive, as
 * `Array.prototype.sort` expects. Unlike `<`, it sorts `"\uffff"` before
 * `"😀"`.
 */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left === right) continue;
    // A surrogate belongs to a code point above every other UTF-16 unit.
    const leftRank = isSurrogate(left) ? left + 0x10000 : left;
    const rightRank = isSurrogate(right) ? right + 0x10000 : right;
    return leftRank - rightRank;
  }
  return a.length - b.length;
}

/**
 * Compares UTF-16 units: the same order as bytes if neither string has
 * surrogates.
 */
function compareUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/**
 * Returns a copy of `items`, sorted by the UTF-8 bytes of their names. For
 * speed in long lists, `name` is called once per item, and `<` compares names
 * without surrogates.
 */
export function sortedByBytes<Item>(
  items: Iterable<Item>,
  name: (item: Item) => string,
): Item[] {
  const list = [...items];
  if (list.length < 2) return list;
  const named = list.map((item) => ({ item, name: name(item) }));
  const compare = named.some((entry) => /[\ud800-\udfff]/.test(entry.name))
    ? compareBytes
    : compareUnits;
  return named.sort((a, b) => compare(a.name, b.name)).map(({ item }) => item);
}
