// Finds the models that can be printed with all inherited properties. A chain
// of n models, each an `allOf` with the previous one, has n² properties in
// total: of long chains, only the first models are affordable.

import type { Model } from "../model.js";
import type { TypeExpr } from "../type-expr.js";
import { mapModel } from "../walk/map-model.js";
import {
  arrayKinds,
  bareObjectKinds,
  casesOf,
  leafKinds,
  matchType,
  scalarKinds,
  type TypeCases,
} from "../walk/match-type.js";
import { visitFirst } from "../walk/visit-first.js";
import { structureOf } from "./structure-of.js";

/** The limit on inherited properties of all models of a document together. */
const mostInheritedFields = 200_000;
/** A model that inherits at most this many is always affordable. */
const alwaysInherited = 50;
/**
 * Caps the count: models that share a parent count it once per path, which is
 * exponential.
 */
const largestCount = 1e9;

/** The names of the affordable models. The limit is spent on the smallest models first. */
export function affordableModels(
  models: readonly Model[],
): ReadonlySet<string> {
  const sizes = inheritedSizes(models);
  const sizeOf = (model: Model): number =>
    intersectedParents(model).reduce(
      (sum, parent) => sum + 1 + (sizes.get(parent) ?? 0),
      0,
    );
  const bySize = models
    .map((model) => ({ name: model.name, size: sizeOf(model) }))
    .sort((a, b) => a.size - b.size);
  let left = mostInheritedFields;
  const affordable = new Set<string>();
  for (const { name, size } of bySize) {
    if (size <= alwaysInherited || size <= left) affordable.add(name);
    if (size > alwaysInherited) left -= size;
  }
  return affordable;
}

/**
 * Model → the number of its own and inherited properties, plus one per
 * inheritance step.
 */
function inheritedSizes(models: readonly Model[]): ReadonlyMap<string, number> {
  const byName = new Map(models.map((model) => [model.name, model]));
  const parents = new Map(
    models.map((model) => [
      model.name,
      model.kind === "alias" ? parentNames(model.type) : [],
    ]),
  );
  const sizes = new Map<string, number>();
  const settle = (name: string) => {
    const model = byName.get(name);
    const sum = (parents.get(name) ?? []).reduce(
      (all, parent) => all + 1 + (sizes.get(parent) ?? 0),
      model === undefined ? 0 : ownSize(model),
    );
    sizes.set(name, Math.min(sum, largestCount));
  };
  visitFirst(byName.keys(), (name) => parents.get(name) ?? [], settle);
  return sizes;
}

/** The parents of every intersection in a model, including those in nested types. */
function intersectedParents(model: Model): readonly string[] {
  const parents: string[] = [];
  const visit = (type: TypeExpr): TypeExpr => {
    if (type.kind === "intersection" || type.kind === "withRequired") {
      parents.push(...parentNames(type));
    }
    return type;
  };
  mapModel(model, visit);
  return parents;
}

function ownSize(model: Model): number {
  return model.kind === "object" ? model.fields.length : fieldsIn(model.type);
}

function fieldsIn(type: TypeExpr): number {
  return matchType(type, fieldCases);
}

const sumOfFields = ({ members }: { readonly members: readonly TypeExpr[] }) =>
  members.reduce((sum, one) => sum + fieldsIn(one), 0);

const fieldCases: TypeCases<number> = {
  ...casesOf(
    [...leafKinds, ...arrayKinds, ...(["map", "withRequired"] as const)],
    () => 0,
  ),
  object: ({ fields }) => fields.length,
  union: sumOfFields,
  intersection: sumOfFields,
  nullable: ({ type }) => fieldsIn(type),
  generic: ({ args }) => args.reduce((sum, one) => sum + fieldsIn(one), 0),
};

function parentNames(type: TypeExpr): readonly string[] {
  return matchType(type, inheritedCases);
}

const inheritedCases: TypeCases<readonly string[]> = {
  ...casesOf(
    [
      ...scalarKinds,
      ...bareObjectKinds,
      ...arrayKinds,
      ...(["map", "object", "parameter"] as const),
    ],
    () => [],
  ),
  reference: ({ model }) => [model],
  withRequired: ({ type }) => parentNames(type),
  nullable: ({ type }) => parentNames(type),
  union: ({ members }) => members.flatMap(parentNames),
  intersection: ({ members }) => members.flatMap(parentNames),
  generic: (type) => parentNames(structureOf(type)),
};
