// All models → how an object of each is made, such that making it always ends.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import { createPlanner } from "./create-planner.js";
import type { Model, ModelSet } from "./model.js";
import { planObject } from "./plan-object.js";
import { type Effort, efforts, type PlanContext } from "./planner.js";
import type { ValuePlan } from "./value-plan.js";

/** By the names of models; those of which no value can be made are reported, and not in it. */
export function planValues(
  { models, samples, idPrefixes, file }: ModelSet,
  report: Report,
): ReadonlyMap<string, ValuePlan> {
  const byName = new Map(models.map((model) => [model.name, model]));
  const plan = (model: Model, context: PlanContext): ValuePlan | null => {
    const planner = createPlanner(context);
    const sample = samples.get(model.name);
    const word = wordOf(model.label);
    return model.kind === "object"
      ? planObject(model, sample, model, word, planner)
      : planner.plan(model.type, sample, word);
  };
  const base = {
    models: byName,
    within: [],
    prefixOf: (name: string) =>
      idPrefixes.get(name) ?? wordOf(byName.get(name)?.label ?? name),
  };
  const order = findOrder(models, (model, effort, known) =>
    plan(model, {
      ...base,
      effort,
      ends: (name) => known.has(name),
      makeable: () => true,
      drafting: true,
      reportRough: () => {},
    }),
  );
  const plans = new Map<string, ValuePlan>();
  for (const model of models) {
    const place = order.get(model.name);
    const at = { file, pointer: model.pointer };
    const shown = JSON.stringify(model.name);
    const planned =
      place === undefined
        ? null
        : plan(model, {
            ...base,
            effort: place.effort,
            ends: (name) => (order.get(name)?.round ?? Infinity) < place.round,
            makeable: (name) => order.has(name),
            drafting: false,
            reportRough: (name) =>
              report(
                createDiagnostic(
                  "factory/rough-value",
                  at,
                  `no value is found for ${JSON.stringify(name)} in ${shown} that keeps to what is said of it`,
                ),
              ),
          });
    if (planned !== null) {
      plans.set(model.name, planned);
      continue;
    }
    report(
      createDiagnostic(
        "factory/endless",
        at,
        `no value of ${shown} can be made: it requires what cannot be made either`,
      ),
    );
  }
  return plans;
}

interface PlaceInOrder {
  /** Models are made of those of earlier rounds. */
  readonly round: number;
  readonly effort: Effort;
}

/**
 * Round by round, all that can be made of what was found before. Where nothing more
 * can, one model is made with less effort, and others may follow.
 */
function findOrder(
  models: readonly Model[],
  tryPlan: (
    model: Model,
    effort: Effort,
    known: ReadonlyMap<string, PlaceInOrder>,
  ) => ValuePlan | null,
): ReadonlyMap<string, PlaceInOrder> {
  const known = new Map<string, PlaceInOrder>();
  let pending = models;
  for (let round = 0; pending.length > 0; round++) {
    const found = findNext(pending, (model, effort) =>
      tryPlan(model, effort, known),
    );
    if (found.models.length === 0) break;
    const { effort } = found;
    for (const { name } of found.models) known.set(name, { round, effort });
    pending = pending.filter(({ name }) => !known.has(name));
  }
  return known;
}

function findNext(
  pending: readonly Model[],
  tryPlan: (model: Model, effort: Effort) => ValuePlan | null,
): { models: readonly Model[]; effort: Effort } {
  const whole = pending.filter((model) => tryPlan(model, "whole") !== null);
  if (whole.length > 0) return { models: whole, effort: "whole" };
  for (const effort of efforts) {
    const first = pending.find((model) => tryPlan(model, effort) !== null);
    if (first !== undefined) return { models: [first], effort };
  }
  return { models: [], effort: "any" };
}

/** `PaymentMethod → payment_method`, what ids begin with where nothing better is known. */
function wordOf(label: string): string {
  const words = label
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  return words || "id";
}
