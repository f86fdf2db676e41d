// A type → the properties that it declares: its own, those of all members of
// an intersection, and those of a referenced model. Unions declare none.

import type { Model } from "../model.js";
import type { Field, TypeExpr } from "../type-expr.js";
import {
  arrayKinds,
  bareObjectKinds,
  casesOf,
  matchType,
  scalarKinds,
  type TypeCases,
} from "../walk/match-type.js";
import { requireNamed } from "./require-named.js";
import { structureOf } from "./structure-of.js";

/** A property appears twice if two members of an intersection declare it. */
export function declaredFields(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): readonly Field[] {
  return fieldsOf(type, { models, seen: new Set() });
}

interface DeclaredState {
  readonly models: ReadonlyMap<string, Model>;
  /** The aliases around the type. */
  readonly seen: ReadonlySet<string>;
}

const declaredCases: TypeCases<readonly Field[], DeclaredState> = {
  ...casesOf(
    [
      ...scalarKinds,
      ...arrayKinds,
      ...bareObjectKinds,
      // Not every value of a union or a nullable type has the properties of one member.
      ...(["map", "nullable", "parameter", "union"] as const),
    ],
    () => [],
  ),
  object: ({ fields }) => fields,
  generic: (type, state) => fieldsOf(structureOf(type), state),
  intersection: ({ members }, state) =>
    members.flatMap((member) => fieldsOf(member, state)),
  withRequired: ({ type, names }, state) =>
    requireNamed(fieldsOf(type, state), names),
  reference: ({ model: name }, { models, seen }) => {
    const model = models.get(name);
    if (model === undefined || seen.has(name)) return [];
    return model.kind === "object"
      ? model.fields
      : fieldsOf(model.type, { models, seen: new Set([...seen, name]) });
  },
};

function fieldsOf(type: TypeExpr, state: DeclaredState): readonly Field[] {
  return matchType(type, declaredCases, state);
}
