// The models that a value contains in place, for languages with value types.
// Lists, maps, ids and unions are stored elsewhere, so they do not count.

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

export function modelsEmbeddedIn(model: Model): readonly string[] {
  return model.kind === "alias"
    ? embeddedIn(model.type)
    : model.fields.flatMap(({ type }) => embeddedIn(type));
}

function embeddedIn(type: TypeExpr): readonly string[] {
  return matchType(type, embeddedCases);
}

const embeddedCases: TypeCases<readonly string[]> = {
  ...casesOf(
    [
      ...scalarKinds,
      ...bareObjectKinds,
      ...(["array", "map", "parameter", "union"] as const),
    ],
    () => [],
  ),
  reference: ({ model }) => [model],
  nullable: ({ type }) => embeddedIn(type),
  withRequired: ({ type }) => embeddedIn(type),
  intersection: ({ members }) => members.flatMap(embeddedIn),
  tuple: ({ items }) => items.flatMap(embeddedIn),
  object: ({ fields }) => fields.flatMap(({ type }) => embeddedIn(type)),
  generic: (type) => embeddedIn(structureOf(type)),
};
