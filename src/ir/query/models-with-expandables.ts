// Finds the models that contain an expandable, directly or in a nested model.

import type { Model } from "../model.js";
import type { TypeExpr } from "../type-expr.js";
import {
  bareObjectKinds,
  casesOf,
  matchType,
  scalarKinds,
  type TypeCases,
} from "../walk/match-type.js";
import { structureOf } from "./structure-of.js";

/** The names of the models from which a path leads to an expandable. */
export function modelsWithExpandables(
  models: readonly Model[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const holders = new Map<string, string[]>();
  for (const { name, ...model } of models) {
    const types =
      model.kind === "alias"
        ? [model.type]
        : model.fields.map((field) => field.type);
    for (const type of types) {
      for (const part of nestedTypes(type)) {
        if (part === null) names.add(name);
        else holders.set(part, [...(holders.get(part) ?? []), name]);
      }
    }
  }
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    for (const holder of holders.get(name) ?? []) {
      if (names.has(holder)) continue;
      names.add(holder);
      pending.push(holder);
    }
  }
  return names;
}

/** The models nested in a value of `type`; null stands for an expandable. */
function nestedTypes(type: TypeExpr): readonly (string | null)[] {
  return matchType(type, nestedCases);
}

const nestedCases: TypeCases<readonly (string | null)[]> = {
  ...casesOf(
    // An expand path cannot pass through a map, whose keys are unknown.
    [...scalarKinds, ...bareObjectKinds, ...(["map", "parameter"] as const)],
    () => [],
  ),
  reference: ({ model }) => [model],
  array: ({ items }) => nestedTypes(items),
  nullable: ({ type }) => nestedTypes(type),
  withRequired: ({ type }) => nestedTypes(type),
  union: ({ members }) => members.flatMap(nestedTypes),
  intersection: ({ members }) => members.flatMap(nestedTypes),
  tuple: ({ items }) => items.flatMap(nestedTypes),
  object: ({ fields }) => fields.flatMap(({ type }) => nestedTypes(type)),
  generic: (type) =>
    type.generic.role?.kind === "expandable"
      ? [null]
      : nestedTypes(structureOf(type)),
};
