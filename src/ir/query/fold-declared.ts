// A type and the name of a property → one value, joined from all declarations
// of that property, inherited ones included. Each model is read once per name,
// so that a chain of models takes linear time.

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
import { visitFirst } from "../walk/visit-first.js";
import { structureOf } from "./structure-of.js";

/** How to read the declarations of a property, and how to join what was read. */
export interface DeclaredFold<Found> {
  /** The result without any declaration. */
  readonly none: Found;
  /** Reads one declaration. */
  readonly read: (field: Field) => Found;
  readonly join: (a: Found, b: Found) => Found;
  /**
   * Adjusts the result of a type for a `withRequired` around it that names the
   * property.
   */
  readonly require: (found: Found) => Found;
}

/** The state of one fold for one property name. */
interface FoldState<Found> {
  readonly fold: DeclaredFold<Found>;
  readonly name: string;
  /** The results of models that are done, by name. */
  readonly own: ReadonlyMap<string, Found>;
  readonly index: FoldIndex;
}

/** Caches that all folds of one model set share. */
interface FoldIndex {
  readonly fieldsByName: (
    fields: readonly Field[],
  ) => ReadonlyMap<string, readonly Field[]>;
  readonly setOf: (names: readonly string[]) => ReadonlySet<string>;
}

export function foldDeclared<Found>(
  models: ReadonlyMap<string, Model>,
  fold: DeclaredFold<Found>,
): (type: TypeExpr, name: string) => Found {
  /** Property name → model → result. */
  const known = new Map<string, Map<string, Found>>();
  const index: FoldIndex = {
    fieldsByName: remember(groupByName),
    setOf: remember((names: readonly string[]) => new Set(names)),
  };
  return (type, name) => {
    const own = known.get(name) ?? new Map<string, Found>();
    known.set(name, own);
    const state: FoldState<Found> = { fold, name, own, index };
    const next = (node: string) => {
      const model = models.get(node);
      const parents = model?.kind === "alias" ? parentsOf(model.type) : [];
      return parents.filter((parent) => !own.has(parent));
    };
    const starts = parentsOf(type).filter((parent) => !own.has(parent));
    visitFirst(starts, next, (node) => {
      own.set(node, foldModel(models.get(node), state));
    });
    return foldIn(type, state);
  };
}

function foldModel<Found>(
  model: Model | undefined,
  state: FoldState<Found>,
): Found {
  if (model === undefined) return state.fold.none;
  return model.kind === "object"
    ? foldFields(model.fields, state)
    : foldIn(model.type, state);
}

function foldFields<Found>(
  fields: readonly Field[],
  { fold: { none, read, join }, name, index }: FoldState<Found>,
): Found {
  const declared = index.fieldsByName(fields).get(name) ?? [];
  return declared.map(read).reduce(join, none);
}

function foldIn<Found>(type: TypeExpr, state: FoldState<Found>): Found {
  // One table serves every `Found`: its cases only pass on values that the state produces.
  return matchType(type, foldCases, state as FoldState<unknown>) as Found;
}

const kindsWithoutParents = [
  ...scalarKinds,
  ...arrayKinds,
  ...bareObjectKinds,
  ...(["map", "nullable", "parameter", "union"] as const),
] as const;

const foldCases: TypeCases<unknown, FoldState<unknown>> = {
  ...casesOf(
    kindsWithoutParents,
    (_type: TypeExpr, { fold }: FoldState<unknown>) => fold.none,
  ),
  object: ({ fields }, state) => foldFields(fields, state),
  intersection: ({ members }, state) =>
    members
      .map((member) => foldIn(member, state))
      .reduce(state.fold.join, state.fold.none),
  withRequired({ type, names }, state) {
    const part = foldIn(type, state);
    return state.index.setOf(names).has(state.name)
      ? state.fold.require(part)
      : part;
  },
  reference: ({ model }, { own, fold }) =>
    own.has(model) ? own.get(model) : fold.none,
  generic: (type, state) => foldIn(structureOf(type), state),
};

/** The names of the models that every value of the type is a value of: `A & {…}` → `A`. */
export function parentsOf(type: TypeExpr): readonly string[] {
  return matchType(type, parentCases);
}

const parentCases: TypeCases<readonly string[]> = {
  ...casesOf(kindsWithoutParents, () => []),
  object: () => [],
  reference: ({ model }) => [model],
  withRequired: ({ type }) => parentsOf(type),
  intersection: ({ members }) => members.flatMap(parentsOf),
  generic: (type) => parentsOf(structureOf(type)),
};

function groupByName(
  fields: readonly Field[],
): ReadonlyMap<string, readonly Field[]> {
  const groups = new Map<string, Field[]>();
  for (const field of fields) {
    const group = groups.get(field.name);
    if (group === undefined) groups.set(field.name, [field]);
    else group.push(field);
  }
  return groups;
}

function remember<Key extends object, Value>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const cache = new WeakMap<Key, Value>();
  return (key) => {
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const value = make(key);
    cache.set(key, value);
    return value;
  };
}
