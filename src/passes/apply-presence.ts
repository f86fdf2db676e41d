// Facts about the presence of properties → fields that are always present, and fields
// that are not, where the document itself does not say.

import {
  createDiagnostic,
  type Location,
  type Report,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import type { Model, ModelSet } from "../ir/model.js";
import type { Field } from "../ir/type-expr.js";

/** One fact, and the location of its entry in the user's file. */
export interface PresenceFact {
  readonly model: string;
  readonly property: string;
  readonly presence: "always" | "sometimes";
  /** True if a person gave it, with a reason; false if it was learnt. */
  readonly isByHand: boolean;
  readonly at: Location;
}

/** The facts of one API version. */
export interface KnownPresence {
  readonly facts: readonly PresenceFact[];
  /** Set if the facts are those of another version than the document's. */
  readonly borrowed: {
    readonly from: string;
    readonly by: string;
    readonly at: Location;
  } | null;
}

/**
 * Sets `present` of the fields that have facts. A fact by hand decides; then one absence
 * is enough for `sometimes`. An entry without effect is an error, unless the facts are
 * those of another version: there it is counted in the warning.
 */
export function applyPresence(
  modelSet: ModelSet,
  known: KnownPresence | null,
  report: Report,
): ModelSet {
  if (known === null) return modelSet;
  const { facts, borrowed } = known;
  const byName = new Map(modelSet.models.map((model) => [model.name, model]));
  const decided = new Map<string, PresenceFact>();
  let unfit = 0;
  for (const fact of facts) {
    const problem = problemOf(fact, byName);
    if (problem === null) {
      const key = factKey(fact.model, fact.property);
      decided.set(key, strongerOf(decided.get(key), fact));
      continue;
    }
    unfit += 1;
    if (borrowed !== null) continue;
    const [message, help] = problem;
    report(createDiagnostic("presence/stale", fact.at, message, help));
  }
  if (borrowed !== null) {
    const { at, by, from } = borrowed;
    const message = `no facts of ${JSON.stringify(by)}: those of ${JSON.stringify(from)} are used; ${unfit} of ${facts.length} do not apply`;
    report(createDiagnostic("presence/other-version", at, message));
  }
  const models = modelSet.models.map((model): Model => {
    if (model.kind !== "object") return model;
    const fields = model.fields.map((field): Field => {
      const fact = decided.get(factKey(model.name, field.name));
      return fact === undefined
        ? field
        : { ...field, present: fact.presence === "always" };
    });
    return { ...model, fields };
  });
  return { ...modelSet, models };
}

function factKey(model: string, property: string): string {
  return JSON.stringify([model, property]);
}

function strongerOf(
  before: PresenceFact | undefined,
  fact: PresenceFact,
): PresenceFact {
  if (before === undefined) return fact;
  if (before.isByHand !== fact.isByHand) return before.isByHand ? before : fact;
  return before.presence === "sometimes" ? before : fact;
}

/**
 * Returns the problem of an entry, and how to fix it if known; null if the
 * entry is valid.
 */
function problemOf(
  { model: name, property }: PresenceFact,
  models: ReadonlyMap<string, Model>,
): [string, string | undefined] | null {
  const model = models.get(name);
  if (model === undefined) {
    const advice = didYouMean(name, [...models.keys()]);
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
  return field.nullable
    ? null
    : [
        `${shown} is optional and never null: the entry has no effect`,
        undefined,
      ];
}
