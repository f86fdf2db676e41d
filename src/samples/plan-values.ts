// All models → the plan for a value of each, such that creating values always
// terminates.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Model, ModelSet } from "../ir/model.js";
import { affordableModels } from "../ir/query/affordable-models.js";
import { createEndOf } from "../ir/query/create-end-of.js";
import { createPlanner } from "./create-planner.js";
import { findMakingOrder } from "./find-making-order.js";
import { planObject } from "./plan-object.js";
import type { PlanContext } from "./planner.js";
import type { ValuePlan } from "./value-plan.js";
import {
  createSizeOf,
  mostCalls,
  mostParts,
  type ValueSize,
} from "./value-size.js";

/**
 * Plans by the names of models. A model without a possible value is reported
 * and left out.
 */
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
  const endOf = createEndOf(byName);
  const sizes = new Map<string, ValueSize>();
  const tooLarge = new Set<string>();
  const base = () => ({
    models: byName,
    within: [],
    endOf,
    prefixOf: (name: string) =>
      idPrefixes.get(name) ?? wordOf(byName.get(name)?.label ?? name),
    planned: new Map(),
    completed: new Map(),
    sizeOf: createSizeOf((name) => sizes.get(name) ?? { parts: 1, calls: 0 }),
  });
  const affordable = affordableModels(models);
  const order = findMakingOrder(models, (model, strategy, isKnown) => {
    if (!affordable.has(model.name)) {
      tooLarge.add(model.name);
      return false;
    }
    const context = base();
    const draft = plan(model, {
      ...context,
      strategy,
      ends: isKnown,
      makeable: () => true,
      drafting: true,
      reportRough: () => {},
    });
    if (draft === null) return false;
    const size = context.sizeOf(draft);
    const isTooLarge = size.parts > mostParts || size.calls > mostCalls;
    if (isTooLarge) tooLarge.add(model.name);
    else sizes.set(model.name, size);
    return !isTooLarge;
  });
  const plans = new Map<string, ValuePlan>();
  for (const model of models) {
    const place = order.get(model.name);
    const at = { file, pointer: model.pointer };
    const shown = JSON.stringify(model.name);
    const planned =
      place === undefined
        ? null
        : plan(model, {
            ...base(),
            strategy: place.strategy,
            ends: (name) => (order.get(name)?.round ?? Infinity) < place.round,
            makeable: (name) => order.has(name),
            drafting: false,
            reportRough: (name) =>
              report(
                createDiagnostic(
                  "factory/rough-value",
                  at,
                  `no value of ${JSON.stringify(name)} in ${shown} meets its constraints`,
                ),
              ),
          });
    if (planned !== null) {
      plans.set(model.name, planned);
    } else if (tooLarge.has(model.name)) {
      report(
        createDiagnostic(
          "factory/too-large",
          at,
          affordable.has(model.name)
            ? `a value of ${shown} has more than ${mostParts} parts, or more than ${mostCalls} nested objects; it has no factory`
            : `${shown} inherits too many properties; it has no factory`,
        ),
      );
    } else {
      report(
        createDiagnostic(
          "factory/endless",
          at,
          `${shown} has no finite value: it requires itself, or a value that does not exist; it has no factory`,
        ),
      );
    }
  }
  return plans;
}

/** `PaymentMethod → payment_method`: the prefix of ids for models without a known one. */
function wordOf(label: string): string {
  const words = label
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  return words || "id";
}
