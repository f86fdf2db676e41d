// Pattern matching on types: a table with one function per kind. The compiler
// rejects a table that lacks a kind. State is a parameter of the functions, so
// that a table is built once instead of for each type.

import type { TypeExpr } from "../type-expr.js";

export type TypeKind = TypeExpr["kind"];

export type TypeOf<Kind extends TypeKind> = Extract<TypeExpr, { kind: Kind }>;

export type TypeCases<Result, State = void> = {
  readonly [Kind in TypeKind]: (type: TypeOf<Kind>, state: State) => Result;
};

export function matchType<Result>(
  type: TypeExpr,
  cases: TypeCases<Result>,
): Result;
export function matchType<Result, State>(
  type: TypeExpr,
  cases: TypeCases<Result, State>,
  state: State,
): Result;
export function matchType<Result, State>(
  type: TypeExpr,
  cases: TypeCases<Result, State>,
  state?: State,
): Result {
  // `cases[kind]` takes types of that kind; the overloads require `state` if the cases use it.
  const run = cases[type.kind] as (type: TypeExpr, state?: State) => Result;
  return run(type, state);
}

/** One function for several kinds, to be spread into a table of cases. */
export function casesOf<Kind extends TypeKind, Case>(
  kinds: readonly Kind[],
  run: Case,
): Readonly<Record<Kind, Case>> {
  // `fromEntries` loses the type of the keys, which are `kinds`.
  return Object.fromEntries(kinds.map((kind) => [kind, run])) as Record<
    Kind,
    Case
  >;
}

/** Types of strings, numbers, booleans and null; also `anyValue` and `noValue`. */
export const scalarKinds = [
  ...(["anyValue", "boolean", "enum", "literal", "noValue"] as const),
  ...(["null", "number", "string"] as const),
] as const;

export const arrayKinds = ["array", "tuple"] as const;

/** Objects without listed properties. */
export const bareObjectKinds = ["emptyObject", "unknownObject"] as const;

/** Types without nested types. A reference is one: it contains only a name. */
export const leafKinds = [
  ...scalarKinds,
  ...bareObjectKinds,
  "parameter",
  "reference",
] as const;
