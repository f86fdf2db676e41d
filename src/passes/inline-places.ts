// Places that are referred to, and whose type needs no name (`string`, `Pet[]`), are
// written where they are used; places that nothing needs are gone.

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

export function inlinePlaces(modelSet: ModelSet): ModelSet {
  const isInline = ({ origin }: Model) => origin.kind === "inline";
  const places = modelSet.models.filter(isInline);
  if (places.length === 0) return modelSet;
  const inline = createInliner(places);
  const models = modelSet.models.map((model): Model => {
    const mapped = mapModel(model, inline);
    return mapped.kind === "alias" && isInline(mapped)
      ? { ...mapped, type: withoutNull(mapped.type) }
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

function createInliner(places: readonly Model[]): (type: TypeExpr) => TypeExpr {
  const byName = new Map(places.map((place) => [place.name, place]));
  const inlined = new Map<string, TypeExpr>();
  const inline = (type: TypeExpr): TypeExpr => {
    if (type.kind === "union") return combineAgain(type);
    if (type.kind === "nullable") return combineNullable(type.type);
    if (type.kind !== "reference") return type;
    const place = byName.get(type.model);
    if (place === undefined || place.kind === "object") return type;
    const known = inlined.get(place.name);
    if (known !== undefined) return known;
    inlined.set(place.name, type); // where it leads back to itself it keeps its name
    const own = mapType(place.type, inline);
    const named = own.kind === "nullable" ? combineNullable(type) : type;
    const result = needsNoName(own) ? own : named;
    inlined.set(place.name, result);
    return result;
  };
  // A chain of places can be longer than the stack.
  visitFirst(
    byName.keys(),
    (name) => placesIn(byName.get(name), byName),
    (name) => void inline({ kind: "reference", model: name }),
  );
  return inline;
}

function placesIn(
  place: Model | undefined,
  byName: ReadonlyMap<string, Model>,
): readonly string[] {
  if (place === undefined || place.kind === "object") return [];
  return [...referencesOf(place)].filter((name) => byName.has(name));
}

/** What is said of the union is said of it still, where its members are as many. */
function combineAgain(type: UnionType): TypeExpr {
  const combined = combineUnion(type.members);
  const union = combined.kind === "nullable" ? combined.type : combined;
  if (union.kind !== "union" || union.members.length !== type.members.length) {
    return combined;
  }
  const kept = { ...type, members: union.members };
  return combined === union ? kept : combineNullable(kept);
}

/** What may be null says so where it is used, as a property does. */
function withoutNull(type: TypeExpr): TypeExpr {
  return type.kind === "nullable" ? type.type : type;
}

/** Nothing in it needs a declaration of its own. */
function needsNoName(type: TypeExpr): boolean {
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
