// A YAML document, before aliases are expanded → the number of values that it has after.
// A few lines of aliases, or of merge keys, can stand for more than any memory holds.

import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isPair,
  isScalar,
  visit,
} from "yaml";

/** A long text counts as several values, as it is written out wherever it stands. */
const charactersOfValue = 100;

/** Counts what an alias stands for each time; one that stands in itself counts as nothing. */
export function expandedSize(document: Document): number {
  const targets = findTargets(document);
  const sizes = new Map<unknown, number>();
  const sizeOf = (node: unknown): number => {
    if (isAlias(node)) return sizeOf(targets.get(node));
    if (isScalar(node)) {
      const { value } = node;
      const length = typeof value === "string" ? value.length : 0;
      return 1 + Math.floor(length / charactersOfValue);
    }
    if (isPair(node)) return sizeOf(node.key) + sizeOf(node.value);
    if (!isCollection(node)) return 0;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    sizes.set(node, 0); // while it is counted
    const size = node.items.reduce<number>(
      (sum, item) => sum + sizeOf(item),
      1,
    );
    sizes.set(node, size);
    return size;
  };
  return sizeOf(document.contents);
}

/** The library finds the target of one alias by a search through the whole document. */
function findTargets(document: Document): ReadonlyMap<Alias, unknown> {
  const byName = new Map<string, unknown>();
  const targets = new Map<Alias, unknown>();
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) targets.set(node, byName.get(node.source));
      else if (node.anchor !== undefined) byName.set(node.anchor, node);
    },
  });
  return targets;
}
