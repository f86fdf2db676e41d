// Discriminators → the values of each discriminant property, by model.

import type { Discriminator, MappedValue } from "../discriminator.js";
import type { Model } from "../model.js";
import {
  countDescendants,
  descendantsOf,
  findChildren,
  type ModelChildren,
} from "./model-descendants.js";

/** Reported if many models extend one, so that not all their values are listed. */
export interface TooManyValues {
  readonly count: number;
  readonly example: string;
}

/** Model → property → its possible values, as a document writes them. */
export type DiscriminantValues = ReadonlyMap<
  string,
  ReadonlyMap<string, ReadonlySet<string>>
>;

export interface Discriminated {
  /** The values that mean the model itself. */
  readonly own: DiscriminantValues;
  /** The values of the model and of all that extend it. */
  readonly all: DiscriminantValues;
  readonly children: ModelChildren;
}

/** The limit on values that models inherit from their descendants: n² in a chain of n. */
const mostInheritedValues = 100_000;

type Collected = Map<string, Map<string, Set<string>>>;

/**
 * The value is the one that a mapping lists; without a mapping, the model's
 * name. If a model extends several bases, one mapping among them is enough.
 * @see https://spec.openapis.org/oas/v3.2.0#discriminator-object
 */
export function discriminantValues(
  discriminators: readonly Discriminator[],
  models: ReadonlyMap<string, Model>,
  report: (tooMany: TooManyValues) => void,
): Discriminated {
  const children = findChildren([...models.values()]);
  const ofUnions: Collected = new Map();
  const mapped: Collected = new Map();
  const implied: Collected = new Map();
  for (const { property, branches, parent, mapping } of discriminators) {
    const mappedByModel = new Map<string, string[]>();
    for (const { model, value } of mapping) {
      const values = mappedByModel.get(model);
      if (values === undefined) mappedByModel.set(model, [value]);
      else values.push(value);
    }
    const discriminated =
      branches === null
        ? variantsOf(parent, mapping, children)
        : membersWithin(branches, models);
    for (const model of discriminated) {
      const values = mappedByModel.get(model);
      const isOfUnion = branches !== null;
      const to = isOfUnion ? ofUnions : values === undefined ? implied : mapped;
      for (const value of values ?? [model]) add(to, model, property, value);
    }
  }
  const own = mergeValues(mapped, implied, ofUnions);
  // A base keeps its property as declared, because it also stands for the
  // schemas that extend it; a value that is mapped to it still means it.
  for (const { property, branches, parent, mapping } of discriminators) {
    for (const { model, value } of branches === null ? mapping : []) {
      if (model === parent) add(own, model, property, value);
    }
  }
  const all = mergeValues(mapped, implied, ofUnions);
  addDescendantValues(all, own, children, report);
  // The fallback has every other value, so its property stays as declared.
  for (const { fallback, property } of discriminators) {
    if (fallback === null) continue;
    own.get(fallback)?.delete(property);
    all.get(fallback)?.delete(property);
  }
  return { own, all, children };
}

/**
 * The models that extend a base, and those that its mapping names, without the
 * base itself.
 */
export function variantsOf(
  base: string | null,
  mapping: readonly MappedValue[],
  children: ModelChildren,
): ReadonlySet<string> {
  const variants = new Set(
    mapping.flatMap(({ model, isOwn }) => (isOwn ? [] : [model])),
  );
  for (const name of base === null ? [] : descendantsOf(base, children)) {
    variants.add(name);
  }
  if (base !== null) variants.delete(base);
  return variants;
}

/** The members of unions within a union count as its own. */
function membersWithin(
  branches: readonly string[],
  models: ReadonlyMap<string, Model>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...branches];
  const seen = new Set<string>();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const inner = unionMembers(models.get(name));
    if (inner === null) found.add(name);
    else pending.push(...inner);
  }
  return found;
}

function unionMembers(model: Model | undefined): readonly string[] | null {
  if (model?.kind !== "alias") return null;
  const { type } = model;
  const union = type.kind === "nullable" ? type.type : type;
  return union.kind === "union"
    ? union.members.flatMap((one) =>
        one.kind === "reference" ? [one.model] : [],
      )
    : null;
}

function add(
  to: Collected,
  model: string,
  property: string,
  value: string,
): void {
  const own = to.get(model) ?? new Map<string, Set<string>>();
  to.set(model, own.set(property, (own.get(property) ?? new Set()).add(value)));
}

/** The value that a base implies is used only for a property without mapped values. */
function mergeValues(
  mapped: Collected,
  implied: Collected,
  ofUnions: Collected,
): Collected {
  const merged: Collected = new Map();
  for (const values of [implied, mapped]) {
    for (const [model, byProperty] of values) {
      const own = merged.get(model) ?? new Map<string, Set<string>>();
      for (const [property, some] of byProperty) {
        own.set(property, new Set(some));
      }
      merged.set(model, own);
    }
  }
  for (const [model, byProperty] of ofUnions) {
    for (const [property, some] of byProperty) {
      for (const value of some) add(merged, model, property, value);
    }
  }
  return merged;
}

/**
 * Adds the values of all descendants to a model: a value of a descendant is
 * also a value of the model.
 */
function addDescendantValues(
  all: Collected,
  own: DiscriminantValues,
  children: ModelChildren,
  report: (tooMany: TooManyValues) => void,
): void {
  const counts = countDescendants(children);
  const byCount = [...all].sort(
    ([a], [b]) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0),
  );
  const tooMany: string[] = [];
  let left = mostInheritedValues;
  for (const [model, values] of byCount) {
    left -= counts.get(model) ?? 0;
    if (left < 0) {
      all.delete(model);
      tooMany.push(model);
      continue;
    }
    for (const descendant of descendantsOf(model, children)) {
      for (const property of values.keys()) {
        for (const value of own.get(descendant)?.get(property) ?? []) {
          add(all, model, property, value);
        }
      }
    }
  }
  const [example] = tooMany;
  if (example !== undefined) report({ count: tooMany.length, example });
}
