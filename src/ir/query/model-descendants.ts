// Which models extend which, by `allOf [A, …]`.

import type { Model } from "../model.js";
import { referencesOfType } from "../walk/references-of.js";
import { visitFirst } from "../walk/visit-first.js";

/** Model → the models that extend it directly. */
export type ModelChildren = ReadonlyMap<string, readonly string[]>;

export function findChildren(models: readonly Model[]): ModelChildren {
  const children = new Map<string, string[]>();
  for (const { name, parents } of models.map(inheritedModels)) {
    for (const parent of parents) {
      const siblings = children.get(parent);
      if (siblings === undefined) children.set(parent, [name]);
      else siblings.push(name);
    }
  }
  return children;
}

function inheritedModels(model: Model): { name: string; parents: string[] } {
  const members =
    model.kind === "alias"
      ? model.type.kind === "intersection"
        ? model.type.members
        : [model.type]
      : [];
  const parents = members.flatMap((member) =>
    member.kind === "reference"
      ? [member.model]
      : member.kind === "withRequired"
        ? [...referencesOfType(member)]
        : [],
  );
  return { name: model.name, parents };
}

export function descendantsOf(
  model: string,
  children: ModelChildren,
): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...(children.get(model) ?? [])];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    pending.push(...(children.get(name) ?? []));
  }
  return found;
}

/**
 * Model → the number of its descendants; one that extends it along two paths
 * counts twice.
 */
export function countDescendants(
  children: ModelChildren,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  visitFirst(
    children.keys(),
    (name) => children.get(name) ?? [],
    (name) => {
      const below = (children.get(name) ?? []).reduce(
        (sum, child) => sum + 1 + (counts.get(child) ?? 0),
        0,
      );
      counts.set(name, Math.min(below, Number.MAX_SAFE_INTEGER));
    },
  );
  return counts;
}
