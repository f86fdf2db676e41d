// What real objects omit, although the dialect takes it to be there: facts that
// were observed, put into the models.

import {
  createDiagnostic,
  type Location,
  type Report,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import type { Model, ModelSet } from "../ir/model.js";

/** One observed fact, and where it is written down. */
export interface Omission {
  readonly model: string;
  readonly property: string;
  readonly at: Location;
}

/** An entry that says nothing (no such property, or one that may be absent anyway) is an error. */
export function applyOmissions(
  modelSet: ModelSet,
  omissions: readonly Omission[],
  report: Report,
): ModelSet {
  const byModel = new Map<string, Set<string>>();
  for (const omission of omissions) {
    const fault = faultOf(omission, modelSet.models);
    if (fault !== null) {
      const [message, help] = fault;
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

/** What is wrong with an entry, and perhaps what to do; null where it says something new. */
function faultOf(
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
