// The types directly within a type, in the order of the document.

import type { TypeExpr } from "../type-expr.js";
import { casesOf, leafKinds, matchType, type TypeCases } from "./match-type.js";

type Children = readonly TypeExpr[];

const optional = (type: TypeExpr | null): Children =>
  type === null ? [] : [type];

const cases: TypeCases<Children> = {
  ...casesOf(leafKinds, (): Children => []),
  array: ({ items }) => [items],
  tuple: ({ items, rest }) => [...items, ...optional(rest)],
  map: ({ keys, values }) => [values, ...optional(keys)],
  object: ({ fields, additional }) => [
    ...fields.map(({ type }) => type),
    ...optional(additional),
  ],
  nullable: ({ type }) => [type],
  withRequired: ({ type }) => [type],
  union: ({ members }) => members,
  intersection: ({ members }) => members,
  generic: ({ args }) => args,
};

export function childrenOf(type: TypeExpr): Children {
  return matchType(type, cases);
}

/** Calls `visit` with a type and all types within it, outermost first. */
export function visitType(
  type: TypeExpr,
  visit: (type: TypeExpr) => void,
): void {
  visit(type);
  for (const child of childrenOf(type)) visitType(child, visit);
}
