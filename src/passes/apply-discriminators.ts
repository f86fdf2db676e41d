// What discriminators say of models: by which value of which property each is
// known. Put into the models, it lets a check of that property narrow a union.

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

/** The models that so many extend that the values of all are not listed. */
export interface TooManyValues {
  readonly count: number;
  readonly example: string;
}

/** Values that models have because others extend them; in a chain of n they are n². */
const mostInheritedValues = 100_000;

/** Model → property → the values that it may have. */
type Tags = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/**
 * A property that contradicts its discriminator (an enum without the value) is left
 * as the document declares it.
 */
export function applyDiscriminators(
  models: readonly Model[],
  discriminators: readonly Discriminator[],
  report: (message: TooManyValues) => void,
): readonly Model[] {
  if (discriminators.length === 0) return models;
  const byName = new Map(models.map((model) => [model.name, model]));
  const tags = collectValues(discriminators, findChildren(models), report);
  const roomIn = foldDeclared<Room>(byName, {
    none: "any",
    read: ({ type }) => valuesOf(type, byName),
    join: joinRooms,
    require: (room) => room,
  });
  return models.map((model) => {
    let result = model;
    const own = tags.get(model.name);
    for (const property of sortedByBytes(
      [...(own?.keys() ?? [])],
      (key) => key,
    )) {
      const values = sortedByBytes(
        [...(own?.get(property) ?? [])],
        (one) => one,
      );
      result = refine(result, property, values, byName, roomIn);
    }
    return result;
  });
}

/** Each model with those that extend it (`allOf [A, …]`) by one step. */
function findChildren(
  models: readonly Model[],
): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const { name, parents } of models.map(inheritedModels)) {
    for (const parent of parents) {
      const known = children.get(parent);
      if (known === undefined) children.set(parent, [name]);
      else known.push(name);
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
): Tags {
  const tags = new Map<string, Map<string, Set<string>>>();
  const add = (model: string, property: string, value: string) => {
    const own = tags.get(model) ?? new Map<string, Set<string>>();
    tags.set(
      model,
      own.set(property, (own.get(property) ?? new Set()).add(value)),
    );
  };
  for (const { property, branches, parent, mapping } of discriminators) {
    const told = branches ?? [
      ...(parent === null ? [] : descendantsOf(parent, children)),
    ];
    const mapped = new Map<string, string[]>();
    for (const { model, value } of mapping) {
      const known = mapped.get(model);
      if (known === undefined) mapped.set(model, [value]);
      else known.push(value);
    }
    for (const model of told) {
      for (const value of mapped.get(model) ?? [model]) {
        add(model, property, value);
      }
    }
  }
  addValuesOfHeirs(tags, children, add, report);
  // Any other value is one of its own, so that the property stays as it is declared.
  for (const { fallback, property } of discriminators) {
    if (fallback !== null) tags.get(fallback)?.delete(property);
  }
  return tags;
}

/** What extends a model is one of its kind: its values are the model's as well. */
function addValuesOfHeirs(
  tags: Map<string, Map<string, Set<string>>>,
  children: ReadonlyMap<string, readonly string[]>,
  add: (model: string, property: string, value: string) => void,
  report: (tooMany: TooManyValues) => void,
): void {
  const counts = countDescendants(children);
  const byCount = [...tags].sort(
    ([a], [b]) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0),
  );
  const tooMany: string[] = [];
  let left = mostInheritedValues;
  for (const [model, own] of byCount) {
    left -= counts.get(model) ?? 0;
    if (left < 0) {
      tags.delete(model);
      tooMany.push(model);
      continue;
    }
    for (const heir of descendantsOf(model, children)) {
      for (const property of own.keys()) {
        for (const value of tags.get(heir)?.get(property) ?? []) {
          add(model, property, value);
        }
      }
    }
  }
  const [example] = tooMany;
  if (example !== undefined) report({ count: tooMany.length, example });
}

/** By name, how many models extend it; those that do so in two ways count twice. */
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
  roomIn: (type: TypeExpr, property: string) => Room,
): Model {
  if (model.kind === "object") {
    return { ...model, fields: refineFields(model, property, values, models) };
  }
  if (
    !["intersection", "reference", "withRequired"].includes(model.type.kind)
  ) {
    return model;
  }
  // What it inherits must have room for the value as well.
  return fits(values, roomIn(model.type, property))
    ? { ...model, type: refineParts(model, property, values, models) }
    : model;
}

/** What a model adds to those that it extends is where its own value belongs. */
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
  return hasRoomFor(values, declared.type, models)
    ? fields.map((field) => (field === declared ? { ...field, type } : field))
    : fields;
}

/** The strings that a property may be, null where it may be none. */
type Room = "any" | ReadonlySet<LiteralValue> | null;

function hasRoomFor(
  values: readonly string[],
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): boolean {
  return fits(values, valuesOf(type, models));
}

function fits(values: readonly string[], room: Room): boolean {
  return (
    room === "any" ||
    (room !== null && values.every((value) => room.has(value)))
  );
}

function joinRooms(a: Room, b: Room): Room {
  if (a === "any" || b === null) return b;
  if (b === "any" || a === null) return a;
  return new Set([...a].filter((value) => b.has(value)));
}

/** `"any"` for a plain string, null for what is no string. */
function valuesOf(type: TypeExpr, models: ReadonlyMap<string, Model>): Room {
  return matchType(type, roomCases, models);
}

const roomCases: TypeCases<Room, ReadonlyMap<string, Model>> = {
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
  ...casesOf(["anyValue", "string"] as const, (): Room => "any"),
  enum: ({ values }) => new Set(values),
  literal: ({ value }) => new Set([value]),
  reference({ model: name }, models) {
    const model = models.get(name);
    return model?.kind === "alias" ? valuesOf(model.type, models) : null;
  },
};
