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

/**
 * `what` says which aliases count as all that they stand for: those of merge keys, for
 * which the library makes copies, or all. One that stands in itself counts as nothing.
 */
export function expandedSize(
  document: Document,
  what: "merged" | "all",
): number {
  const targets = findTargets(document);
  const sizes = new Map<unknown, number>();
  const sizeOf = (node: unknown, isMerged: boolean): number => {
    if (isAlias(node)) {
      const counts = isMerged || what === "all";
      return counts ? sizeOf(targets.get(node), false) : 1;
    }
    if (isScalar(node)) return sizeOfText(node.value);
    if (isPair(node)) {
      return sizeOf(node.key, false) + sizeOf(node.value, isMergeKey(node.key));
    }
    if (!isCollection(node)) return 0;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    sizes.set(node, 0); // while it is counted
    let size = 1;
    for (const item of node.items) size += sizeOf(item, isMerged);
    sizes.set(node, size);
    return size;
  };
  return sizeOf(document.contents, false);
}

/** The library has a symbol for `<<` where it means a merge. */
function isMergeKey(key: unknown): boolean {
  return isScalar(key) && typeof key.value === "symbol";
}

function sizeOfText(value: unknown): number {
  const length = typeof value === "string" ? value.length : 0;
  return 1 + Math.floor(length / charactersOfValue);
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
