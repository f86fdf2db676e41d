// A type and the name of a property → one value, joined from all declarations
// of that property, inherited ones included. Each model is read once per name,
// so that a chain of models takes linear time.

import type { Model } from "../model.js";
import type { Field, TypeExpr } from "../type-expr.js";
import { visitFirst } from "../walk/visit-first.js";

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

/** Returns a function with its own cache. */
export function foldDeclared<Found>(
  models: ReadonlyMap<string, Model>,
  { none, read, join, require }: DeclaredFold<Found>,
): (type: TypeExpr, name: string) => Found {
  /** A cache: property → model → result. */
  const cache = new Map<string, Map<string, Found>>();
  const indexFields = remember(groupByName);
  const setOf = remember((names: readonly string[]) => new Set(names));

  const inFields = (fields: readonly Field[], name: string): Found =>
    (indexFields(fields).get(name) ?? []).map(read).reduce(join, none);

  const inType = (
    type: TypeExpr,
    name: string,
    byModel: ReadonlyMap<string, Found>,
  ): Found => {
    switch (type.kind) {
      case "object":
        return inFields(type.fields, name);
      case "intersection":
        return type.members
          .map((member) => inType(member, name, byModel))
          .reduce(join, none);
      case "withRequired": {
        const part = inType(type.type, name, byModel);
        return setOf(type.names).has(name) ? require(part) : part;
      }
      case "reference":
        return byModel.get(type.model) ?? none;
      default:
        return none;
    }
  };

  const inModel = (
    model: Model | undefined,
    name: string,
    byModel: ReadonlyMap<string, Found>,
  ): Found => {
    if (model === undefined) return none;
    return model.kind === "object"
      ? inFields(model.fields, name)
      : inType(model.type, name, byModel);
  };

  return (type, name) => {
    const byModel = cache.get(name) ?? new Map<string, Found>();
    cache.set(name, byModel);
    const next = (node: string) => {
      const model = models.get(node);
      const parents = model?.kind === "alias" ? parentsOf(model.type) : [];
      return parents.filter((parent) => !byModel.has(parent));
    };
    const starts = parentsOf(type).filter((parent) => !byModel.has(parent));
    visitFirst(starts, next, (node) => {
      byModel.set(node, inModel(models.get(node), name, byModel));
    });
    return inType(type, name, byModel);
  };
}

/** The models that a type is or intersects, by name. */
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
  const cache = new WeakMap<Key, Value>();
  return (key) => {
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const value = make(key);
    cache.set(key, value);
    return value;
  };
}
