// A value → the member of a union that it belongs to, judged by discriminants
// and by the JSON type of the value.

import { isJsonObject, type JsonValue, ownValue } from "../json-value.js";
import type { Model } from "../model.js";
import type { TypeExpr } from "../type-expr.js";
import {
  arrayKinds,
  bareObjectKinds,
  casesOf,
  matchType,
  type TypeCases,
} from "../walk/match-type.js";
import { type Discriminants, discriminantsOf } from "./discriminants-of.js";
import { asJson } from "./literal-values-of.js";
import { structureOf } from "./structure-of.js";

/** Null if the value belongs to no member. */
export function findBranch(
  members: readonly TypeExpr[],
  value: JsonValue,
  models: ReadonlyMap<string, Model>,
): TypeExpr | null {
  const discriminants = discriminantsOf(members, models);
  // The member with the most discriminants comes first: `deleted_customer`
  // before `customer`.
  const order = members
    .map((member, index) => ({
      member,
      own: discriminants[index] ?? new Map(),
    }))
    .sort((a, b) => b.own.size - a.own.size);
  const fitting = order.find(
    (one) => isOfKind(one.member, value, models) && agrees(value, one.own),
  );
  return fitting?.member ?? null;
}

function agrees(value: JsonValue, discriminants: Discriminants): boolean {
  return [...discriminants].every(([name, values]) => {
    const actual = ownValue(value, name);
    return values.some((one) => one === actual);
  });
}

/** True if the type's JSON type (object, array, string, …) fits the value. */
function isOfKind(
  type: TypeExpr,
  value: JsonValue,
  models: ReadonlyMap<string, Model>,
): boolean {
  return matchType(type, kindCases, { value, models });
}

interface Candidate {
  readonly value: JsonValue;
  readonly models: ReadonlyMap<string, Model>;
}

const isSameKind = (type: TypeExpr, { value }: Candidate) =>
  typeof value === type.kind;

const kindCases: TypeCases<boolean, Candidate> = {
  ...casesOf(arrayKinds, (_type: TypeExpr, { value }: Candidate) =>
    Array.isArray(value),
  ),
  ...casesOf(
    [
      ...bareObjectKinds,
      ...(["intersection", "map", "object", "withRequired"] as const),
    ],
    (_type: TypeExpr, { value }: Candidate) => isJsonObject(value),
  ),
  ...casesOf(["boolean", "number", "string"] as const, isSameKind),
  anyValue: () => true,
  noValue: () => false,
  parameter: () => false,
  null: (_type, { value }) => value === null,
  literal: (type, { value }) => value === asJson(type.value),
  enum: ({ values }, { value }) => values.some((one) => asJson(one) === value),
  nullable: ({ type }, { value, models }) =>
    value === null || isOfKind(type, value, models),
  union: ({ members }, { value, models }) =>
    members.some((one) => isOfKind(one, value, models)),
  generic: (type, { value, models }) =>
    isOfKind(structureOf(type), value, models),
  reference: ({ model: name }, { value, models }) => {
    const model = models.get(name);
    // Terminates: an alias refers to itself only within an array or an object.
    return model?.kind === "alias"
      ? isOfKind(model.type, value, models)
      : isJsonObject(value);
  },
};
