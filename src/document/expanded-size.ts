// Computes the size of a YAML document after alias expansion, without expanding: a few
// lines of aliases or merge keys can expand to more than fits in memory.

import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isPair,
  isScalar,
  visit,
} from "yaml";

/** A long string counts as several values, since each copy takes memory. */
const charactersOfValue = 100;

/**
 * Counts the values. `what` selects the aliases that are expanded: those of merge keys
 * (`merged`), whose values the library copies, or `all`. A recursive alias counts as 0.
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
    const cached = sizes.get(node);
    if (cached !== undefined) return cached;
    sizes.set(node, 0); // for recursive aliases
    let size = 1;
    for (const item of node.items) size += sizeOf(item, isMerged);
    sizes.set(node, size);
    return size;
  };
  return sizeOf(document.contents, false);
}

/** The library represents the key of a merge, `<<`, as a symbol. */
function isMergeKey(key: unknown): boolean {
  return isScalar(key) && typeof key.value === "symbol";
}

function sizeOfText(value: unknown): number {
  const length = typeof value === "string" ? value.length : 0;
  return 1 + Math.floor(length / charactersOfValue);
}

/** Finds all targets in one pass; the library searches the document for each alias. */
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
