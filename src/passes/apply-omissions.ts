// Observed omissions → fields that are not always present, although the
// dialect assumes that they are.

import {
  createDiagnostic,
  type Location,
  type Report,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import type { Model, ModelSet } from "../ir/model.js";

/** One observed fact, and the location of its entry in the user's file. */
export interface Omission {
  readonly model: string;
  readonly property: string;
  readonly at: Location;
}

/**
 * Clears `present` of the listed fields. An entry without effect is an error:
 * an unknown property, or one that may be absent anyway.
 */
export function applyOmissions(
  modelSet: ModelSet,
  omissions: readonly Omission[],
  report: Report,
): ModelSet {
  const byModel = new Map<string, Set<string>>();
  for (const omission of omissions) {
    const problem = problemOf(omission, modelSet.models);
    if (problem !== null) {
      const [message, help] = problem;
      report(createDiagnostic("presence/stale", omission.at, message, help));
      continue;
    }
    const names = byModel.get(omission.model) ?? new Set();
    byModel.set(omission.model, names.add(omission.property));
  }
  const models = modelSet.models.map((model): Model => {
    const omitted = byModel.get(model.name);
    if (omitted === undefined || model.kind !== "object") return model;
    const fields = model.fields.map((field) =>
      omitted.has(field.name) ? { ...field, present: false } : field,
    );
    return { ...model, fields };
  });
  return { ...modelSet, models };
}

/**
 * Returns the problem of an entry, and how to fix it if known; null if the
 * entry is valid.
 */
function problemOf(
  { model: name, property }: Omission,
  models: readonly Model[],
): [string, string | undefined] | null {
  const model = models.find((one) => one.name === name);
  if (model === undefined) {
    const advice = didYouMean(
      name,
      models.map((one) => one.name),
    );
    return [`there is no schema ${JSON.stringify(name)}`, advice ?? undefined];
  }
  const fields = model.kind === "object" ? model.fields : [];
  const field = fields.find((one) => one.name === property);
  const shown = JSON.stringify(`${name}.${property}`);
  if (field === undefined) {
    const advice = didYouMean(
      property,
      fields.map((one) => one.name),
    );
    return [`there is no property ${shown}`, advice ?? undefined];
  }
  if (field.required) {
    return [`${shown} is required, so no object omits it`, undefined];
  }
  return field.present
    ? null
    : [`${shown} may be absent anyway: the entry says nothing new`, undefined];
}
