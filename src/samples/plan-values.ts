// All models → the plan for a value of each, such that creating values always
// terminates.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Model, ModelSet } from "../ir/model.js";
import { affordableModels } from "../ir/query/affordable-models.js";
import { createEndOf } from "../ir/query/create-end-of.js";
import { createPlanner } from "./create-planner.js";
import { findMakingOrder, type PlaceInOrder } from "./find-making-order.js";
import { planObject } from "./plan-object.js";
import type { PlanContext, Strategy } from "./planner.js";
import type { ValuePlan } from "./value-plan.js";
import {
  createSizeOf,
  mostCalls,
  mostParts,
  type ValueSize,
} from "./value-size.js";

/** The data for planning all models of one set. */
interface Planning {
  readonly modelSet: Pick<ModelSet, "file" | "idPrefixes" | "samples">;
  readonly models: ReadonlyMap<string, Model>;
  readonly endOf: PlanContext["endOf"];
  readonly affordable: ReadonlySet<string>;
  /** The sizes of models that can be created. */
  readonly sizes: Map<string, ValueSize>;
  readonly tooLarge: Set<string>;
}

/** Model name → plan. Omits and reports models of which no value can be created. */
export function planValues(
  modelSet: ModelSet,
  report: Report,
): ReadonlyMap<string, ValuePlan> {
  const { models } = modelSet;
  const byName = new Map(models.map((model) => [model.name, model]));
  const planning: Planning = {
    modelSet,
    models: byName,
    endOf: createEndOf(byName),
    affordable: affordableModels(models),
    sizes: new Map(),
    tooLarge: new Set(),
  };
  const order = findMakingOrder(models, (model, strategy, isKnown) =>
    tryModel(model, strategy, isKnown, planning),
  );
  const plans = new Map<string, ValuePlan>();
  for (const model of models) {
    const planned = planInOrder(model, order, planning, report);
    if (planned !== null) plans.set(model.name, planned);
    else reportUnplanned(model, planning, report);
  }
  return plans;
}

function planModel(
  model: Model,
  context: PlanContext,
  { modelSet }: Planning,
): ValuePlan | null {
  const planner = createPlanner(context);
  const sample = modelSet.samples.get(model.name);
  const word = wordOf(model.label);
  return model.kind === "object"
    ? planObject(model, sample, model, word, planner)
    : planner.plan(model.type, sample, word);
}

/** The common part of all contexts, with new caches. */
function contextOf({ models, endOf, modelSet, sizes }: Planning) {
  return {
    models,
    within: [],
    endOf,
    prefixOf: (name: string) =>
      modelSet.idPrefixes.get(name) ?? wordOf(models.get(name)?.label ?? name),
    planned: new Map(),
    completed: new Map(),
    sizeOf: createSizeOf((name) => sizes.get(name) ?? { parts: 1, calls: 0 }),
  };
}

/** True if a value can be created from the known models and is not too large. */
function tryModel(
  model: Model,
  strategy: Strategy,
  isKnown: (name: string) => boolean,
  planning: Planning,
): boolean {
  const { affordable, tooLarge, sizes } = planning;
  if (!affordable.has(model.name)) {
    tooLarge.add(model.name);
    return false;
  }
  const context = contextOf(planning);
  const draft = planModel(
    model,
    {
      ...context,
      strategy,
      ends: isKnown,
      makeable: () => true,
      drafting: true,
      reportRough: () => {},
    },
    planning,
  );
  if (draft === null) return false;
  const size = context.sizeOf(draft);
  const isTooLarge = size.parts > mostParts || size.calls > mostCalls;
  if (isTooLarge) tooLarge.add(model.name);
  else sizes.set(model.name, size);
  return !isTooLarge;
}

function planInOrder(
  model: Model,
  order: ReadonlyMap<string, PlaceInOrder>,
  planning: Planning,
  report: Report,
): ValuePlan | null {
  const place = order.get(model.name);
  if (place === undefined) return null;
  const { file } = planning.modelSet;
  const reportRough = (name: string) =>
    report(
      createDiagnostic(
        "factory/rough-value",
        { file, pointer: model.pointer },
        `no value of ${JSON.stringify(name)} in ${JSON.stringify(model.name)} meets its constraints`,
      ),
    );
  const context: PlanContext = {
    ...contextOf(planning),
    strategy: place.strategy,
    ends: (name) => (order.get(name)?.round ?? Infinity) < place.round,
    makeable: (name) => order.has(name),
    drafting: false,
    reportRough,
  };
  return planModel(model, context, planning);
}

function reportUnplanned(
  { name, pointer }: Model,
  { modelSet: { file }, tooLarge, affordable }: Planning,
  report: Report,
): void {
  const at = { file, pointer };
  const shown = JSON.stringify(name);
  if (!tooLarge.has(name)) {
    report(
      createDiagnostic(
        "factory/endless",
        at,
        `${shown} has no finite value: it requires itself, or a value that does not exist; it has no factory`,
      ),
    );
    return;
  }
  report(
    createDiagnostic(
      "factory/too-large",
      at,
      affordable.has(name)
        ? `a value of ${shown} has more than ${mostParts} parts, or more than ${mostCalls} nested objects; it has no factory`
        : `${shown} inherits too many properties; it has no factory`,
    ),
  );
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
