// Inline locations that a `$ref` points to: those whose type needs no name
// (`string`, `Pet[]`) are written where they are used, and those without a use
// are removed.

import type { Model, ModelSet } from "../ir/model.js";
import { combineNullable, combineUnion } from "../ir/query/combine-types.js";
import type { TypeExpr, UnionType } from "../ir/type-expr.js";
import { mapModel } from "../ir/walk/map-model.js";
import { mapRequest, mapResponse } from "../ir/walk/map-operation.js";
import { mapType } from "../ir/walk/map-type.js";
import { mapWebhooks } from "../ir/walk/map-webhooks.js";
import {
  casesOf,
  leafKinds,
  matchType,
  type TypeCases,
} from "../ir/walk/match-type.js";
import {
  reachableModels,
  referencesOf,
  referencesOfOperation,
  referencesOfWebhook,
} from "../ir/walk/references-of.js";
import { visitFirst } from "../ir/walk/visit-first.js";

/** Named schemas stay, even if nothing references them. */
export function inlinePlaces(modelSet: ModelSet): ModelSet {
  const isInline = ({ origin }: Model) => origin.kind === "inline";
  const locations = modelSet.models.filter(isInline);
  if (locations.length === 0) return modelSet;
  const inline = createInliner(locations);
  const models = modelSet.models.map((model): Model => {
    const mapped = mapModel(model, inline);
    return mapped.kind === "alias" && isInline(mapped)
      ? { ...mapped, type: withoutNullable(mapped.type) }
      : mapped;
  });
  const operations = modelSet.operations.map((operation) =>
    mapResponse(mapRequest(operation, inline), inline),
  );
  const webhooks = mapWebhooks(modelSet.webhooks, inline);
  const named = models.filter((model) => !isInline(model));
  const used = reachableModels(models, [
    ...named.flatMap((model) => [...referencesOf(model)]),
    ...operations.flatMap(referencesOfOperation),
    ...webhooks.flatMap(referencesOfWebhook),
  ]);
  return {
    ...modelSet,
    models: models.filter((model) => !isInline(model) || used.has(model.name)),
    operations,
    webhooks,
  };
}

function createInliner(
  locations: readonly Model[],
): (type: TypeExpr) => TypeExpr {
  const byName = new Map(
    locations.map((location) => [location.name, location]),
  );
  const inlined = new Map<string, TypeExpr>();
  const inline = (type: TypeExpr): TypeExpr => {
    if (type.kind === "union") return combineAgain(type);
    if (type.kind === "nullable") return combineNullable(type.type);
    if (type.kind !== "reference") return type;
    const location = byName.get(type.model);
    if (location === undefined || location.kind === "object") return type;
    const cached = inlined.get(location.name);
    if (cached !== undefined) return cached;
    inlined.set(location.name, type); // a recursive location keeps its name
    const inlinedType = mapType(location.type, inline);
    const named =
      inlinedType.kind === "nullable" ? combineNullable(type) : type;
    const result = needsNoName(inlinedType) ? inlinedType : named;
    inlined.set(location.name, result);
    return result;
  };
  // Dependencies first, because a chain of locations can be longer than the
  // call stack.
  visitFirst(
    byName.keys(),
    (name) => locationsIn(byName.get(name), byName),
    (name) => void inline({ kind: "reference", model: name }),
  );
  return inline;
}

function locationsIn(
  location: Model | undefined,
  byName: ReadonlyMap<string, Model>,
): readonly string[] {
  if (location === undefined || location.kind === "object") return [];
  return [...referencesOf(location)].filter((name) => byName.has(name));
}

/** Keeps the union's other properties if its number of members is the same. */
function combineAgain(type: UnionType): TypeExpr {
  const combined = combineUnion(type.members);
  const union = combined.kind === "nullable" ? combined.type : combined;
  if (union.kind !== "union" || union.members.length !== type.members.length) {
    return combined;
  }
  const kept = { ...type, members: union.members };
  return combined === union ? kept : combineNullable(kept);
}

/** The declaration of a location is not nullable: its references are, as with fields. */
function withoutNullable(type: TypeExpr): TypeExpr {
  return type.kind === "nullable" ? type.type : type;
}

/** True if no part of the type needs a declaration. */
export function needsNoName(type: TypeExpr): boolean {
  return matchType(type, unnamedCases);
}

const unnamedCases: TypeCases<boolean> = {
  ...casesOf(leafKinds, () => true),
  ...casesOf(
    [
      ...(["generic", "intersection", "object", "tuple", "union"] as const),
      "withRequired",
    ],
    () => false,
  ),
  enum: () => false,
  array: ({ items }) => needsNoName(items),
  map: ({ values }) => needsNoName(values),
  nullable: ({ type }) => needsNoName(type),
};
