// The names that a user chose for some models, put in place of the document's.

import type { Model, ModelSet } from "../ir/model.js";

/** A user's `names`: of schemas and operations, and what to call each. */
export type ChosenNames = Readonly<Record<string, string>>;

/** The type and the file of a model are named after its label. */
export function renameModels(modelSet: ModelSet, names: ChosenNames): ModelSet {
  const chosen = (name: string) =>
    Object.hasOwn(names, name) ? names[name] : undefined;
  const models = modelSet.models.map((model) => {
    const { name, origin } = model;
    const base = origin.kind === "input" ? chosen(origin.of) : undefined;
    const label = chosen(name) ?? (base && `${base}_input`);
    return label ? { ...model, label } : model;
  });
  return { ...modelSet, models };
}

/** Whether some names are of no model: then they are of operations, or of nothing. */
export function hasOtherNames(
  names: ChosenNames,
  models: readonly Model[],
): boolean {
  const known = new Set(models.map(({ name }) => name));
  return Object.keys(names).some((name) => !known.has(name));
}
