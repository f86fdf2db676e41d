// One function per kind of type, chosen by a type's kind. A table of cases is complete:
// the compiler rejects one that lacks a kind. Its state is a value that is passed along,
// so that a table is built once, and not for each type.

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
  // The case of a type's kind takes the type; the overloads ask for a state where there is one.
  const run = cases[type.kind] as (type: TypeExpr, state?: State) => Result;
  return run(type, state);
}

/** The same function for several kinds, to be spread into a table of cases. */
export function casesOf<Kind extends TypeKind, Case>(
  kinds: readonly Kind[],
  run: Case,
): Readonly<Record<Kind, Case>> {
  // The keys are the kinds.
  return Object.fromEntries(kinds.map((kind) => [kind, run])) as Record<
    Kind,
    Case
  >;
}

/** Types of JSON values that are neither arrays nor objects, and `anyValue` and `noValue`. */
export const scalarKinds = [
  ...(["anyValue", "boolean", "enum", "literal", "noValue"] as const),
  ...(["null", "number", "string"] as const),
] as const;

export const arrayKinds = ["array", "tuple"] as const;

/** Objects of which no property is listed. */
export const bareObjectKinds = ["emptyObject", "unknownObject"] as const;

/** Types that have no type within them. A reference has a name. */
export const leafKinds = [
  ...scalarKinds,
  ...bareObjectKinds,
  "parameter",
  "reference",
] as const;
