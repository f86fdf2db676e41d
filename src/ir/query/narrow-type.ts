// A type and the JSON types that are possible at its location → the type
// without everything else: `(A | string) & object → A`.

import type { TypeExpr } from "../type-expr.js";
import {
  bareObjectKinds,
  casesOf,
  matchType,
  type TypeCases,
} from "../walk/match-type.js";
import { combineUnion } from "./combine-types.js";
import {
  allTypes,
  intersectJsonTypes,
  type JsonTypes,
  jsonTypesIn,
  type TypesOfModel,
} from "./json-types.js";

interface Narrowing {
  readonly allowed: JsonTypes;
  readonly ofModel: TypesOfModel;
}

/** A reference stays as it is: what it leads to has its own declaration. */
export function narrowType(
  type: TypeExpr,
  allowed: JsonTypes,
  ofModel: TypesOfModel,
): TypeExpr {
  return allowed === allTypes
    ? type
    : matchType(type, narrowingCases, { allowed, ofModel });
}

const asDeclared = (type: TypeExpr) => type;

const narrowingCases: TypeCases<TypeExpr, Narrowing> = {
  ...casesOf(
    [
      ...bareObjectKinds,
      ...(["anyValue", "array", "boolean", "enum"] as const),
      ...(["generic", "intersection", "literal", "map", "noValue"] as const),
      ...(["null", "object", "parameter", "reference", "string"] as const),
      ...(["tuple", "withRequired"] as const),
    ],
    asDeclared,
  ),
  number: (type, { allowed }) =>
    allowed.has("integer") && !allowed.has("fraction")
      ? { ...type, integer: true }
      : type,
  nullable: (type, { allowed, ofModel }) =>
    allowed.has("null") ? type : narrowType(type.type, allowed, ofModel),
  union(type, state) {
    const members = type.members.filter(
      (member) =>
        intersectJsonTypes(jsonTypesIn(member, state.ofModel), state.allowed)
          .size > 0,
    );
    if (members.length === type.members.length) return type;
    const union = combineUnion(members);
    return union.kind === "union" && type.exclusive === true
      ? { ...union, exclusive: true }
      : union;
  },
};
