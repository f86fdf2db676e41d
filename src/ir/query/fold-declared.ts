// A type and a name → what is declared of that property, by the type and by all that it
// inherits from, joined. Each model is asked once about each name, so that a chain of
// models costs as much as its length.

import type { Model } from "../model.js";
import type { Field, TypeExpr } from "../type-expr.js";
import { visitFirst } from "../walk/visit-first.js";

export interface DeclaredFold<Found> {
  /** Where nothing is declared. */
  readonly none: Found;
  /** What one declaration says. */
  readonly read: (field: Field) => Found;
  readonly join: (a: Found, b: Found) => Found;
  /** What it becomes where the property is required beside it. */
  readonly require: (found: Found) => Found;
}

export function foldDeclared<Found>(
  models: ReadonlyMap<string, Model>,
  { none, read, join, require }: DeclaredFold<Found>,
): (type: TypeExpr, name: string) => Found {
  /** By the name of the property, by model. */
  const known = new Map<string, Map<string, Found>>();
  const indexFields = remember(groupByName);
  const setOf = remember((names: readonly string[]) => new Set(names));

  const inFields = (fields: readonly Field[], name: string): Found =>
    (indexFields(fields).get(name) ?? []).map(read).reduce(join, none);

  const inType = (
    type: TypeExpr,
    name: string,
    own: ReadonlyMap<string, Found>,
  ): Found => {
    switch (type.kind) {
      case "object":
        return inFields(type.fields, name);
      case "intersection":
        return type.members
          .map((member) => inType(member, name, own))
          .reduce(join, none);
      case "withRequired": {
        const part = inType(type.type, name, own);
        return setOf(type.names).has(name) ? require(part) : part;
      }
      case "reference":
        return own.get(type.model) ?? none;
      default:
        return none;
    }
  };

  const inModel = (
    model: Model | undefined,
    name: string,
    own: ReadonlyMap<string, Found>,
  ): Found => {
    if (model === undefined) return none;
    return model.kind === "object"
      ? inFields(model.fields, name)
      : inType(model.type, name, own);
  };

  return (type, name) => {
    const own = known.get(name) ?? new Map<string, Found>();
    known.set(name, own);
    const next = (node: string) => {
      const model = models.get(node);
      const parents = model?.kind === "alias" ? parentsOf(model.type) : [];
      return parents.filter((parent) => !own.has(parent));
    };
    const starts = parentsOf(type).filter((parent) => !own.has(parent));
    visitFirst(starts, next, (node) => {
      own.set(node, inModel(models.get(node), name, own));
    });
    return inType(type, name, own);
  };
}

/** The models that a type is, or is a part of, by name. */
export function parentsOf(type: TypeExpr): readonly string[] {
  switch (type.kind) {
    case "reference":
      return [type.model];
    case "withRequired":
      return parentsOf(type.type);
    case "intersection":
      return type.members.flatMap(parentsOf);
    default:
      return [];
  }
}

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
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}
