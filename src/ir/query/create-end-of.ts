// Follows a chain of aliases of any length to the model at its end.

import type { Model } from "../model.js";

/**
 * Returns a function: `a → c` for the aliases `a = b` and `b = c`. A name that
 * is not an alias of a model is returned as it is. Results are cached.
 */
export function createEndOf(
  models: ReadonlyMap<string, Model>,
): (name: string) => string {
  const ends = new Map<string, string>();
  return (name) => {
    const chain = new Set<string>();
    let end = name;
    while (!chain.has(end)) {
      chain.add(end);
      const model = models.get(end);
      const next =
        model?.kind === "alias" && model.type.kind === "reference"
          ? model.type.model
          : end;
      end = ends.get(end) ?? next;
    }
    for (const alias of chain) ends.set(alias, end);
    return end;
  };
}
