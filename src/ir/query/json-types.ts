// The JSON types that a value may have, and those that a type allows.

import type { TypeExpr } from "../type-expr.js";
import {
  bareObjectKinds,
  casesOf,
  matchType,
  type TypeCases,
} from "../walk/match-type.js";

/** `number` is an integer or a fraction, so that `integer` is a part of it. */
export type JsonType =
  | "array"
  | "boolean"
  | "fraction"
  | "integer"
  | "null"
  | "object"
  | "string";

export type JsonTypes = ReadonlySet<JsonType>;

/** The types that a schema without any assertion allows. */
export const allTypes: JsonTypes = new Set<JsonType>([
  ...(["array", "boolean", "fraction", "integer"] as const),
  ...(["null", "object", "string"] as const),
]);

/** The type of a JSON value; a `bigint` is an integer beyond 2^53. */
export function jsonTypeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "boolean";
    case "bigint":
      return "integer";
    case "number":
      // A number beyond the range of doubles may be an integer: `1e400`.
      return Number.isFinite(value) && !Number.isInteger(value)
        ? "fraction"
        : "integer";
    default:
      return "object";
  }
}

export function intersectJsonTypes(a: JsonTypes, b: JsonTypes): JsonTypes {
  if (a === allTypes) return b;
  return b === allTypes ? a : new Set([...a].filter((one) => b.has(one)));
}

/** True if `types` has no type that `allowed` lacks. */
export function isWithinTypes(types: JsonTypes, allowed: JsonTypes): boolean {
  return [...types].every((one) => allowed.has(one));
}

const object: JsonTypes = new Set(["object"]);
const array: JsonTypes = new Set(["array"]);
const string: JsonTypes = new Set(["string"]);

/** The types of a model, by its name. */
export type TypesOfModel = (model: string) => JsonTypes;

export function jsonTypesIn(type: TypeExpr, ofModel: TypesOfModel): JsonTypes {
  return matchType(type, typeCases, ofModel);
}

const typeCases: TypeCases<JsonTypes, TypesOfModel> = {
  ...casesOf(["anyValue", "generic", "parameter"] as const, () => allTypes),
  ...casesOf(
    [...bareObjectKinds, ...(["map", "object"] as const)],
    () => object,
  ),
  ...casesOf(["array", "tuple"] as const, () => array),
  string: () => string,
  boolean: () => new Set(["boolean"] as const),
  null: () => new Set(["null"] as const),
  noValue: () => new Set(),
  number: ({ integer }) =>
    new Set(
      integer ? (["integer"] as const) : (["fraction", "integer"] as const),
    ),
  literal: ({ value }) => new Set([jsonTypeOf(value)]),
  enum: ({ values }) => new Set(values.map(jsonTypeOf)),
  nullable: ({ type }, ofModel) =>
    new Set([...jsonTypesIn(type, ofModel), "null" as const]),
  union: ({ members }, ofModel) =>
    new Set(members.flatMap((member) => [...jsonTypesIn(member, ofModel)])),
  intersection: ({ members }, ofModel) =>
    members
      .map((member) => jsonTypesIn(member, ofModel))
      .reduce(intersectJsonTypes, allTypes),
  reference: ({ model }, ofModel) => ofModel(model),
  withRequired: ({ type }, ofModel) => jsonTypesIn(type, ofModel),
};
