// Discriminators → literal types of the discriminant properties in the models,
// so that a check of the property narrows a union.

import { sortedByBytes } from "../ir/compare-bytes.js";
import type { Discriminator } from "../ir/discriminator.js";
import type { AliasModel, Model, ObjectModel } from "../ir/model.js";
import { foldDeclared } from "../ir/query/fold-declared.js";
import type {
  Field,
  InlineObjectType,
  LiteralValue,
  TypeExpr,
} from "../ir/type-expr.js";
import {
  arrayKinds,
  bareObjectKinds,
  casesOf,
  matchType,
  type TypeCases,
} from "../ir/walk/match-type.js";
import { referencesOfType } from "../ir/walk/references-of.js";
import { visitFirst } from "../ir/walk/visit-first.js";

/** Reported if many models extend one, so that not all their values are listed. */
export interface TooManyValues {
  readonly count: number;
  readonly example: string;
}

/** The limit on values that models inherit from their descendants: n² in a chain of n. */
const mostInheritedValues = 100_000;

/** Model → property → its possible values. */
type DiscriminantValues = ReadonlyMap<
  string,
  ReadonlyMap<string, ReadonlySet<string>>
>;

/**
 * Adds the values of discriminants to the models. A property that contradicts
 * its discriminator, such as an enum without the value, is left as declared.
 */
export function applyDiscriminators(
  models: readonly Model[],
  discriminators: readonly Discriminator[],
  report: (message: TooManyValues) => void,
): readonly Model[] {
  if (discriminators.length === 0) return models;
  const byName = new Map(models.map((model) => [model.name, model]));
  const valuesByModel = collectValues(
    discriminators,
    findChildren(models),
    report,
  );
  const allowedIn = foldDeclared<AllowedValues>(byName, {
    none: "any",
    read: ({ type }) => valuesOf(type, byName),
    join: intersectAllowed,
    require: (allowed) => allowed,
  });
  return models.map((model) => {
    let result = model;
    const own = valuesByModel.get(model.name);
    for (const property of sortedByBytes(
      [...(own?.keys() ?? [])],
      (key) => key,
    )) {
      const values = sortedByBytes(
        [...(own?.get(property) ?? [])],
        (one) => one,
      );
      result = refine(result, property, values, byName, allowedIn);
    }
    return result;
  });
}

/** Model → the models that extend it directly, by `allOf [A, …]`. */
function findChildren(
  models: readonly Model[],
): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const { name, parents } of models.map(inheritedModels)) {
    for (const parent of parents) {
      const siblings = children.get(parent);
      if (siblings === undefined) children.set(parent, [name]);
      else siblings.push(name);
    }
  }
  return children;
}

function inheritedModels(model: Model): { name: string; parents: string[] } {
  const members =
    model.kind === "alias"
      ? model.type.kind === "intersection"
        ? model.type.members
        : [model.type]
      : [];
  const parents = members.flatMap((member) =>
    member.kind === "reference"
      ? [member.model]
      : member.kind === "withRequired"
        ? [...referencesOfType(member)]
        : [],
  );
  return { name: model.name, parents };
}

function descendantsOf(
  model: string,
  children: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...(children.get(model) ?? [])];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    pending.push(...(children.get(name) ?? []));
  }
  return found;
}

function collectValues(
  discriminators: readonly Discriminator[],
  children: ReadonlyMap<string, readonly string[]>,
  report: (tooMany: TooManyValues) => void,
): DiscriminantValues {
  const valuesByModel = new Map<string, Map<string, Set<string>>>();
  const add = (model: string, property: string, value: string) => {
    const own = valuesByModel.get(model) ?? new Map<string, Set<string>>();
    valuesByModel.set(
      model,
      own.set(property, (own.get(property) ?? new Set()).add(value)),
    );
  };
  for (const { property, branches, parent, mapping } of discriminators) {
    const discriminated = branches ?? [
      ...(parent === null ? [] : descendantsOf(parent, children)),
    ];
    const mapped = new Map<string, string[]>();
    for (const { model, value } of mapping) {
      const values = mapped.get(model);
      if (values === undefined) mapped.set(model, [value]);
      else values.push(value);
    }
    for (const model of discriminated) {
      for (const value of mapped.get(model) ?? [model]) {
        add(model, property, value);
      }
    }
  }
  addDescendantValues(valuesByModel, children, add, report);
  // The fallback has every other value, so its property stays as declared.
  for (const { fallback, property } of discriminators) {
    if (fallback !== null) valuesByModel.get(fallback)?.delete(property);
  }
  return valuesByModel;
}

/**
 * Adds the values of all descendants to a model: a value of a descendant is
 * also a value of the model.
 */
function addDescendantValues(
  valuesByModel: Map<string, Map<string, Set<string>>>,
  children: ReadonlyMap<string, readonly string[]>,
  add: (model: string, property: string, value: string) => void,
  report: (tooMany: TooManyValues) => void,
): void {
  const counts = countDescendants(children);
  const byCount = [...valuesByModel].sort(
    ([a], [b]) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0),
  );
  const tooMany: string[] = [];
  let left = mostInheritedValues;
  for (const [model, own] of byCount) {
    left -= counts.get(model) ?? 0;
    if (left < 0) {
      valuesByModel.delete(model);
      tooMany.push(model);
      continue;
    }
    for (const descendant of descendantsOf(model, children)) {
      for (const property of own.keys()) {
        for (const value of valuesByModel.get(descendant)?.get(property) ??
          []) {
          add(model, property, value);
        }
      }
    }
  }
  const [example] = tooMany;
  if (example !== undefined) report({ count: tooMany.length, example });
}

/**
 * Model → the number of its descendants; one that extends it along two paths
 * counts twice.
 */
function countDescendants(
  children: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  visitFirst(
    children.keys(),
    (name) => children.get(name) ?? [],
    (name) => {
      const below = (children.get(name) ?? []).reduce(
        (sum, child) => sum + 1 + (counts.get(child) ?? 0),
        0,
      );
      counts.set(name, Math.min(below, Number.MAX_SAFE_INTEGER));
    },
  );
  return counts;
}

function refine(
  model: Model,
  property: string,
  values: readonly string[],
  models: ReadonlyMap<string, Model>,
  allowedIn: (type: TypeExpr, property: string) => AllowedValues,
): Model {
  if (model.kind === "object") {
    return { ...model, fields: refineFields(model, property, values, models) };
  }
  if (
    !["intersection", "reference", "withRequired"].includes(model.type.kind)
  ) {
    return model;
  }
  // Inherited declarations must allow the values as well.
  return fits(values, allowedIn(model.type, property))
    ? { ...model, type: refineParts(model, property, values, models) }
    : model;
}

/**
 * Refines the last object that the model adds to its parents; adds one if
 * there is none.
 */
function refineParts(
  { type, pointer }: AliasModel,
  property: string,
  values: readonly string[],
  models: ReadonlyMap<string, Model>,
): TypeExpr {
  const parts = type.kind === "intersection" ? type.members : [type];
  const own = parts.findLast((part) => part.kind === "object");
  const holder: InlineObjectType = own ?? {
    kind: "object",
    fields: [],
    additional: null,
    pointer,
    description: null,
    title: null,
  };
  const refined = {
    ...holder,
    fields: refineFields(holder, property, values, models),
  };
  return {
    kind: "intersection",
    members:
      own === undefined
        ? [...parts, refined]
        : parts.map((part) => (part === own ? refined : part)),
  };
}

function refineFields(
  { fields, pointer }: Pick<ObjectModel, "fields" | "pointer">,
  property: string,
  values: readonly string[],
  models: ReadonlyMap<string, Model>,
): readonly Field[] {
  const [first = "", ...others] = values;
  const type: TypeExpr =
    others.length === 0
      ? { kind: "literal", value: first }
      : { kind: "enum", values, open: false, notes: null };
  const declared = fields.find(({ name }) => name === property);
  if (declared === undefined) {
    const added: Field = {
      name: property,
      pointer,
      description: null,
      required: true,
      nullable: false,
      present: true,
      deprecated: false,
      default: null,
      readOnly: false,
      writeOnly: false,
      type,
    };
    return [...fields, added];
  }
  return allows(values, declared.type, models)
    ? fields.map((field) => (field === declared ? { ...field, type } : field))
    : fields;
}

/** The strings that a declaration allows; null if it allows no string. */
type AllowedValues = "any" | ReadonlySet<LiteralValue> | null;

function allows(
  values: readonly string[],
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): boolean {
  return fits(values, valuesOf(type, models));
}

function fits(values: readonly string[], allowed: AllowedValues): boolean {
  return (
    allowed === "any" ||
    (allowed !== null && values.every((value) => allowed.has(value)))
  );
}

function intersectAllowed(a: AllowedValues, b: AllowedValues): AllowedValues {
  if (a === "any" || b === null) return b;
  if (b === "any" || a === null) return a;
  return new Set([...a].filter((value) => b.has(value)));
}

/** `"any"` for a plain string; null for types other than strings. */
function valuesOf(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): AllowedValues {
  return matchType(type, allowedCases, models);
}

const allowedCases: TypeCases<AllowedValues, ReadonlyMap<string, Model>> = {
  ...casesOf(
    [
      ...arrayKinds,
      ...bareObjectKinds,
      ...(["boolean", "generic", "intersection", "map", "noValue"] as const),
      ...(["null", "nullable", "number", "object", "parameter"] as const),
      ...(["union", "withRequired"] as const),
    ],
    () => null,
  ),
  ...casesOf(["anyValue", "string"] as const, (): AllowedValues => "any"),
  enum: ({ values }) => new Set(values),
  literal: ({ value }) => new Set([value]),
  reference({ model: name }, models) {
    const model = models.get(name);
    return model?.kind === "alias" ? valuesOf(model.type, models) : null;
  },
};
