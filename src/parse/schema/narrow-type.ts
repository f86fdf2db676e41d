// A type and the JSON types that are possible where it stands → the type
// without everything else: `(A | string) & object → A`.

import { assertNever } from "../../ir/assert-never.js";
import { combineUnion } from "../../ir/query/combine-types.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import {
  bareObjectKinds,
  casesOf,
  matchType,
  type TypeCases,
} from "../../ir/walk/match-type.js";
import type { ReferenceReader } from "../references/create-reference-reader.js";
import {
  allTypes,
  intersectTypes,
  type JsonTypes,
  jsonTypesOf,
  typeOfValue,
} from "./json-types-of.js";

interface Narrowing {
  readonly allowed: JsonTypes;
  readonly references: ReferenceReader;
}

/** A reference stays as it is: what it leads to has its own declaration. */
export function narrowType(
  type: TypeExpr,
  allowed: JsonTypes,
  references: ReferenceReader,
): TypeExpr {
  return allowed === allTypes
    ? type
    : matchType(type, narrowingCases, { allowed, references });
}

const keep = (type: TypeExpr) => type;

const narrowingCases: TypeCases<TypeExpr, Narrowing> = {
  ...casesOf(
    [
      ...bareObjectKinds,
      ...(["anyValue", "array", "boolean", "enum"] as const),
      ...(["generic", "intersection", "literal", "map", "noValue"] as const),
      ...(["null", "object", "parameter", "reference", "string"] as const),
      ...(["tuple", "withRequired"] as const),
    ],
    keep,
  ),
  number: (type, { allowed }) =>
    allowed.has("integer") && !allowed.has("fraction")
      ? { ...type, integer: true }
      : type,
  nullable: (type, { allowed, references }) =>
    allowed.has("null") ? type : narrowType(type.type, allowed, references),
  union(type, state) {
    const members = type.members.filter(
      (member) =>
        intersectTypes(typesOf(member, state.references), state.allowed).size >
        0,
    );
    if (members.length === type.members.length) return type;
    const union = combineUnion(members);
    return union.kind === "union" && type.exclusive === true
      ? { ...union, exclusive: true }
      : union;
  },
};

const object: JsonTypes = new Set(["object"]);
const array: JsonTypes = new Set(["array"]);
const string: JsonTypes = new Set(["string"]);

function typesOf(type: TypeExpr, references: ReferenceReader): JsonTypes {
  return matchType(type, typeCases, references);
}

const typeCases: TypeCases<JsonTypes, ReferenceReader> = {
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
  literal: ({ value }) => new Set([typeOfValue(value)]),
  enum: ({ values }) => new Set(values.map(typeOfValue)),
  nullable: ({ type }, references) =>
    new Set([...typesOf(type, references), "null" as const]),
  union: ({ members }, references) =>
    new Set(members.flatMap((member) => [...typesOf(member, references)])),
  intersection: ({ members }, references) =>
    members
      .map((member) => typesOf(member, references))
      .reduce(intersectTypes, allTypes),
  reference: ({ model }, references) =>
    jsonTypesOf(references.schemaOf(model), references),
  withRequired: ({ type }, references) => typesOf(type, references),
};

/**
 * The JSON types of a type that says nothing else: `string` without format and
 * constraints, any object. Null for every other type.
 */
export function bareTypesOf(type: TypeExpr): JsonTypes | null {
  if ("constraints" in type && type.constraints !== undefined) return null;
  switch (type.kind) {
    case "anyValue":
      return allTypes;
    case "boolean":
    case "null":
      return new Set([type.kind]);
    case "emptyObject":
    case "unknownObject":
      return object;
    case "string":
      return type.format === null ? string : null;
    case "number":
      if (type.format !== null) return null;
      return new Set(type.integer ? ["integer"] : ["fraction", "integer"]);
    case "array":
      return type.items.kind === "anyValue" ? array : null;
    case "nullable": {
      const inner = bareTypesOf(type.type);
      return inner === null ? null : new Set([...inner, "null" as const]);
    }
    case "union": {
      const all = type.members.map(bareTypesOf);
      return all.includes(null)
        ? null
        : new Set(all.flatMap((types) => [...(types ?? [])]));
    }
    case "enum":
    case "generic":
    case "intersection":
    case "literal":
    case "map":
    case "noValue":
    case "object":
    case "parameter":
    case "reference":
    case "tuple":
    case "withRequired":
      return null;
    default:
      return assertNever(type);
  }
}
