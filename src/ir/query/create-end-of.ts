// An alias of an alias of a model → that model, however long the chain is.

import type { Model } from "../model.js";

/** Any other name is the end of its own chain. */
export function createEndOf(
  models: ReadonlyMap<string, Model>,
): (name: string) => string {
  const ends = new Map<string, string>();
  return (name) => {
    const way = new Set<string>();
    let end = name;
    while (!way.has(end)) {
      way.add(end);
      const model = models.get(end);
      const next =
        model?.kind === "alias" && model.type.kind === "reference"
          ? model.type.model
          : end;
      end = ends.get(end) ?? next;
    }
    for (const one of way) ends.set(one, end);
    return end;
  };
}
