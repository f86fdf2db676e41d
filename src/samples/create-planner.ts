// A type, and possibly a sample of it → the plan for a test value. Dispatches
// each kind of type to its planner, with the context of all models.

import { assertNever } from "../ir/assert-never.js";
import { isJsonObject, type JsonValue } from "../ir/json-value.js";
import { asJson } from "../ir/query/literal-values-of.js";
import { prefixOf } from "../ir/query/prefix-of.js";
import type { ExpandableType, TypeExpr } from "../ir/type-expr.js";
import { planArray, planTuple } from "./plan-array.js";
import { planIntersection } from "./plan-intersection.js";
import { planList } from "./plan-list.js";
import { planMap, planOpaqueObject } from "./plan-map.js";
import { planObject } from "./plan-object.js";
import { planId, planNumber, planString, stringOf } from "./plan-scalar.js";
import { planUnion } from "./plan-union.js";
import type { Attempt, KnownPlans, PlanContext, Planner } from "./planner.js";
import { constant, type ValuePlan } from "./value-plan.js";

export function createPlanner(context: PlanContext): Planner {
  const { models, strategy, drafting, ends, endOf, makeable } = context;

  const plan: Planner["plan"] = (type, sample, name) => {
    // Scalars are not cached: planning them again is as fast.
    if (sample !== undefined || !hasParts(type)) {
      return planNew(type, sample, name);
    }
    const { plan: made, rough } = recall(context.planned, type, name, () => {
      const own = new Set<string>();
      const reportRough = (one: string) => void own.add(one);
      const planner = createPlanner({ ...context, reportRough });
      return { plan: planner.planNew(type, undefined, name), rough: own };
    });
    rough.forEach(context.reportRough);
    return made;
  };

  const planNew: Planner["planNew"] = (type, sample, name) => {
    switch (type.kind) {
      case "string":
        return planString(type, sample, name, context);
      case "number":
        return planNumber(type, sample, name, context);
      case "boolean":
        return constant(typeof sample === "boolean" ? sample : false);
      case "null":
        return constant(null);
      case "anyValue":
        return constant(sample ?? null);
      case "noValue":
        return null;
      case "literal":
        return constant(asJson(type.value));
      case "enum": {
        const values = type.values.map(asJson);
        const known = values.find((one) => one === sample);
        return constant(known ?? values[0] ?? null);
      }
      case "reference":
        return planReference(type.model, sample, name);
      case "withRequired":
      case "intersection":
        return planIntersection(type, sample, name, context, createPlanner);
      case "array":
        return planArray(type, sample, name, planner);
      case "tuple":
        return planTuple(type, sample, name, planner);
      case "map":
        return planMap(type, sample, name, planner);
      case "unknownObject":
      case "emptyObject":
        return planOpaqueObject(type, sample, name, planner);
      case "object":
        return planObject(type, sample, null, name, planner);
      case "nullable": {
        const isGiven = sample !== undefined && sample !== null;
        const given = isGiven ? plan(type.type, sample, name) : null;
        if (given !== null || (isGiven && strategy === "whole")) return given;
        const part = complete(type.type, name);
        return part === null ? constant(null) : { kind: "null", part };
      }
      case "union":
        return planUnion(type, sample, name, planner);
      case "expandable":
        return planExpandable(type, sample, name);
      case "emptyable":
        return plan(type.type, sample === "" ? undefined : sample, name);
      case "list":
        return planList(type, sample, name, planner);
      default:
        return assertNever(type);
    }
  };

  const attempt: Planner["attempt"] = (type, sample, name) => {
    const rough = new Set<string>();
    const reportRough = (one: string) => void rough.add(one);
    const own = createPlanner({ ...context, reportRough });
    return { plan: own.plan(type, sample, name), rough };
  };

  const complete: Planner["complete"] = (type, name) => {
    if (drafting) return null;
    const { completed } = context;
    const whole = createPlanner({
      ...context,
      ends: makeable,
      strategy: "any",
      planned: completed,
    });
    const { plan: found, rough } = whole.attempt(type, undefined, name);
    const part = partOf(found);
    // Problems in unused plans are not reported.
    if (part !== null) rough.forEach(context.reportRough);
    return part;
  };

  const partOf = (found: ValuePlan | null): ValuePlan | null => {
    switch (found?.kind) {
      case "expandable":
        return found.object;
      case "null":
      case "absent":
        return found.part;
      case "list":
      case "make":
      case "object":
      case "union":
        return found;
      default:
        return null;
    }
  };

  const planReference = (
    name: string,
    sample: JsonValue | undefined,
    called: string,
  ): ValuePlan | null => {
    // A chain of aliases is one step.
    const end = endOf(name);
    if (!ends(end)) return null;
    const model = models.get(end);
    // Only objects have samples of their own; other aliases use the sample at
    // hand.
    return model?.kind === "alias" &&
      sample !== undefined &&
      !isJsonObject(sample)
      ? plan(model.type, sample, called)
      : { kind: "make", model: end };
  };

  const planExpandable = (
    { type, constraints }: ExpandableType,
    sample: JsonValue | undefined,
    name: string,
  ): ValuePlan => {
    const known = typeof sample === "string" ? prefixOf(sample) : null;
    const prefix = known ?? context.prefixOf(plannedModel(type) ?? name);
    return {
      kind: "expandable",
      id: planId(stringOf(constraints), prefix),
      object: complete(type, name) ?? constant(null),
    };
  };

  const planner: Planner = { ...context, plan, planNew, attempt, complete };
  return planner;
}

function hasParts(type: TypeExpr): boolean {
  switch (type.kind) {
    case "array":
    case "emptyable":
    case "expandable":
    case "intersection":
    case "list":
    case "map":
    case "nullable":
    case "object":
    case "withRequired":
    case "tuple":
    case "union":
      return true;
    default:
      return false;
  }
}

function recall(
  known: KnownPlans,
  type: TypeExpr,
  name: string,
  plan: () => Attempt,
): Attempt {
  const own = known.get(type) ?? new Map<string, Attempt>();
  const before = own.get(name);
  if (before !== undefined) return before;
  const attempt = plan();
  known.set(type, own.set(name, attempt));
  return attempt;
}

function plannedModel(type: TypeExpr): string | null {
  if (type.kind === "reference") return type.model;
  const [first] = type.kind === "union" ? type.members : [];
  return first === undefined ? null : plannedModel(first);
}
