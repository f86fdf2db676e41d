// The names that a user chose for models → labels of those models.

import type { Model, ModelSet } from "../ir/model.js";

/** The config key `names`: schema or operation → the name to use instead. */
export type ChosenNames = Readonly<Record<string, string>>;

/**
 * Replaces labels, from which the names of types and files are derived. The
 * request form of a renamed model, and the union of its variants, are renamed
 * with it.
 */
export function renameModels(modelSet: ModelSet, names: ChosenNames): ModelSet {
  const chosen = (name: string) =>
    Object.hasOwn(names, name) ? names[name] : undefined;
  const models = modelSet.models.map((model) => {
    const { name, origin } = model;
    const isDerived = origin.kind === "input" || origin.kind === "variants";
    const base = isDerived ? chosen(origin.of) : undefined;
    const derived = origin.kind === "input" ? `${base}_input` : `any_${base}`;
    const label = chosen(name) ?? (base && derived);
    return label ? { ...model, label } : model;
  });
  return { ...modelSet, models };
}

/** True if a key of `names` is not a model, but an operation or unknown. */
export function hasOtherNames(
  names: ChosenNames,
  models: readonly Model[],
): boolean {
  const known = new Set(models.map(({ name }) => name));
  return Object.keys(names).some((name) => !known.has(name));
}
