// Which models can be written out with all that they inherit. In a chain of n models,
// each an `allOf` of the one before, those are n² properties: of long chains only the
// first ones can.

import type { Model } from "../model.js";
import type { TypeExpr } from "../type-expr.js";
import { mapFields, mapType } from "../walk/map-type.js";
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

/** Properties that all models of a document together may inherit. */
const mostInheritedFields = 200_000;
/** A model that inherits so few can always be written out. */
const alwaysInherited = 50;
/** Two parents that share a parent count it twice: sums could grow beyond all numbers. */
const beyondAll = 1e9;

/** The names of the models that can: those that inherit least come first. */
export function affordableModels(
  models: readonly Model[],
): ReadonlySet<string> {
  const sizes = inheritedSizes(models);
  const sizeOf = (model: Model): number =>
    takenBy(model).reduce((sum, one) => sum + 1 + (sizes.get(one) ?? 0), 0);
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

/** By name, how many properties a model has, with those of its parents and the steps to them. */
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
    sizes.set(name, Math.min(sum, beyondAll));
  };
  visitFirst(byName.keys(), (name) => parents.get(name) ?? [], settle);
  return sizes;
}

/** The parents of all that is several types at once, in place or below properties. */
function takenBy(model: Model): readonly string[] {
  const found: string[] = [];
  const visit = (type: TypeExpr): TypeExpr => {
    if (type.kind === "intersection" || type.kind === "withRequired") {
      found.push(...parentNames(type));
    }
    return type;
  };
  if (model.kind === "alias") mapType(model.type, visit);
  else mapFields(model.fields, visit);
  return found;
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
