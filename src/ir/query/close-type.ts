// `unevaluatedProperties: false` beside combiners → a type that allows no
// other properties.

import type { TypeExpr } from "../type-expr.js";
import {
  arrayKinds,
  casesOf,
  matchType,
  scalarKinds,
  type TypeCases,
  type TypeOf,
} from "../walk/match-type.js";

/** Forbids all properties that no part of the type lists. */
export function closeType(type: TypeExpr): TypeExpr {
  return matchType(type, closingCases);
}

type ClosableKind =
  | "emptyObject"
  | "intersection"
  | "object"
  | "reference"
  | "union";

const closingCases: TypeCases<TypeExpr> = {
  ...casesOf(scalarKinds, (type: TypeExpr) => type),
  ...casesOf(arrayKinds, (type: TypeExpr) => type),
  ...casesOf(
    ["generic", "map", "parameter", "unknownObject"] as const,
    (type: TypeExpr) => type,
  ),
  ...casesOf(
    ["emptyObject", "intersection", "object", "reference", "union"] as const,
    (type: TypeOf<ClosableKind>): TypeExpr => ({
      ...type,
      constraints: { ...type.constraints, closed: true },
    }),
  ),
  withRequired: (type) => ({
    ...type,
    type: { ...type.type, constraints: { closed: true } },
  }),
  nullable: (type) => ({ ...type, type: closeType(type.type) }),
};
