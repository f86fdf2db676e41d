// A type, and possibly a sample of it → the plan for a test value. Dispatches
// each kind of type to its planner, with the context of all models.

import { isJsonObject, type JsonValue } from "../ir/json-value.js";
import { asJson } from "../ir/query/literal-values-of.js";
import { prefixOf } from "../ir/query/prefix-of.js";
import { structureOf } from "../ir/query/structure-of.js";
import type { GenericType, TypeExpr } from "../ir/type-expr.js";
import {
  bareObjectKinds,
  casesOf,
  matchType,
  type TypeCases,
  type TypeOf,
} from "../ir/walk/match-type.js";
import { planArray, planTuple } from "./plan-array.js";
import { planIntersection } from "./plan-intersection.js";
import { planMap, planOpaqueObject } from "./plan-map.js";
import { planObject } from "./plan-object.js";
import { planPage } from "./plan-page.js";
import { planId, planNumber, planString, stringOf } from "./plan-scalar.js";
import { planUnion } from "./plan-union.js";
import type { Attempt, KnownPlans, PlanContext, Planner } from "./planner.js";
import { constant, type PlanKind, type ValuePlan } from "./value-plan.js";

/** The inputs of planning a value, besides its type. */
interface PlanRequest {
  readonly planner: Planner;
  readonly sample: JsonValue | undefined;
  /** The property or model, for text and messages. */
  readonly name: string;
}

export function createPlanner(context: PlanContext): Planner {
  const planner: Planner = {
    ...context,
    plan: (type, sample, name) => plan(type, { planner, sample, name }),
    planNew: (type, sample, name) => planNew(type, { planner, sample, name }),
    attempt(type, sample, name) {
      const rough = new Set<string>();
      const own = createPlanner({
        ...context,
        reportRough: (valueName) => void rough.add(valueName),
      });
      return { plan: own.plan(type, sample, name), rough };
    },
    complete: (type, name) => complete(type, name, context),
  };
  return planner;
}

function plan(type: TypeExpr, request: PlanRequest): ValuePlan | null {
  const { planner, sample, name } = request;
  // The cache is no faster than planning a scalar again.
  if (sample !== undefined || scalars.has(type.kind)) {
    return planNew(type, request);
  }
  const { plan: made, rough } = recall(planner.planned, type, name, () => {
    const own = new Set<string>();
    const reportRough = (one: string) => void own.add(one);
    const inner = createPlanner({ ...planner, reportRough });
    return { plan: inner.planNew(type, undefined, name), rough: own };
  });
  rough.forEach(planner.reportRough);
  return made;
}

const scalars: ReadonlySet<TypeExpr["kind"]> = new Set([
  ...(["anyValue", "boolean", "emptyObject", "enum", "literal"] as const),
  ...(["noValue", "null", "number", "parameter", "reference"] as const),
  ...(["string", "unknownObject"] as const),
]);

function planNew(type: TypeExpr, request: PlanRequest): ValuePlan | null {
  return matchType(type, planCases, request);
}

const planCases: TypeCases<ValuePlan | null, PlanRequest> = {
  string: (type, { sample, name, planner }) =>
    planString(type, sample, name, planner),
  number: (type, { sample, name, planner }) =>
    planNumber(type, sample, name, planner),
  boolean: (_type, { sample }) =>
    constant(typeof sample === "boolean" ? sample : false),
  null: () => constant(null),
  anyValue: (_type, { sample }) => constant(sample ?? null),
  noValue: () => null,
  literal: ({ value }) => constant(asJson(value)),
  enum(type, { sample }) {
    const values = type.values.map(asJson);
    const known = values.find((one) => one === sample);
    return constant(known ?? values[0] ?? null);
  },
  reference: ({ model }, request) => planReference(model, request),
  ...casesOf(
    ["intersection", "withRequired"] as const,
    (
      type: TypeOf<"intersection" | "withRequired">,
      { sample, name, planner }: PlanRequest,
    ) => planIntersection(type, sample, name, planner, createPlanner),
  ),
  array: (type, { sample, name, planner }) =>
    planArray(type, sample, name, planner),
  tuple: (type, { sample, name, planner }) =>
    planTuple(type, sample, name, planner),
  map: (type, { sample, name, planner }) =>
    planMap(type, sample, name, planner),
  ...casesOf(
    bareObjectKinds,
    (
      type: TypeOf<(typeof bareObjectKinds)[number]>,
      { sample, name, planner }: PlanRequest,
    ) => planOpaqueObject(type, sample, name, planner),
  ),
  object: (type, { sample, name, planner }) =>
    planObject(type, sample, null, name, planner),
  nullable: (type, request) => planNullable(type.type, request),
  union: (type, { sample, name, planner }) =>
    planUnion(type, sample, name, planner),
  generic: (type, request) => planGeneric(type, request),
  parameter() {
    throw new Error("a parameter outside of its generic");
  },
};

function planNullable(
  type: TypeExpr,
  { planner, sample, name }: PlanRequest,
): ValuePlan | null {
  const isGiven = sample !== undefined && sample !== null;
  const given = isGiven ? planner.plan(type, sample, name) : null;
  if (given !== null || (isGiven && planner.strategy === "whole")) return given;
  const part = planner.complete(type, name);
  return part === null ? constant(null) : { kind: "null", part };
}

function planReference(
  name: string,
  { planner, sample, name: called }: PlanRequest,
): ValuePlan | null {
  // Calls the factory at the end of a chain of aliases directly.
  const end = planner.endOf(name);
  if (!planner.ends(end)) return null;
  const model = planner.models.get(end);
  // Only objects have samples of their own; other values follow this sample.
  return model?.kind === "alias" &&
    sample !== undefined &&
    !isJsonObject(sample)
    ? planner.plan(model.type, sample, called)
    : { kind: "make", model: end };
}

/** Plans a generic by its role, or by its structure if it has none. */
function planGeneric(
  type: GenericType,
  request: PlanRequest,
): ValuePlan | null {
  const { role } = type.generic;
  const { planner, sample, name } = request;
  if (role?.kind === "page") {
    return planPage(type, role, sample, name, planner);
  }
  return role?.kind === "expandable"
    ? planExpandable(type, request)
    : planner.plan(structureOf(type), sample, name);
}

function planExpandable(
  { generic, args, constraints }: GenericType,
  { planner, sample, name }: PlanRequest,
): ValuePlan {
  const [type = { kind: "anyValue" } as const] = args;
  const known = typeof sample === "string" ? prefixOf(sample) : null;
  const prefix = known ?? planner.prefixOf(plannedModel(type) ?? name);
  return {
    kind: "expandable",
    generic,
    id: planId(stringOf(constraints), prefix),
    object: planner.complete(type, name) ?? constant(null),
  };
}

function complete(
  type: TypeExpr,
  name: string,
  context: PlanContext,
): ValuePlan | null {
  if (context.drafting) return null;
  const whole = createPlanner({
    ...context,
    ends: context.makeable,
    strategy: "any",
    planned: context.completed,
  });
  const { plan: attempted, rough } = whole.attempt(type, undefined, name);
  const part = attempted && completedPart(attempted);
  // Problems in unused plans are not reported.
  if (part !== null) rough.forEach(context.reportRough);
  return part;
}

/** The part of a plan that completes a partial override; null if there is nothing to complete. */
function completedPart(whole: ValuePlan): ValuePlan | null {
  if (whole.kind === "expandable") return whole.object;
  if (whole.kind === "null" || whole.kind === "absent") return whole.part;
  return isCompleted[whole.kind] ? whole : null;
}

/** True for plans that can complete a partial override. */
const isCompleted: Readonly<Record<PlanKind, boolean>> = {
  absent: true,
  clock: false,
  constant: false,
  entries: false,
  expandable: true,
  id: false,
  items: false,
  make: true,
  null: true,
  object: true,
  page: true,
  repeat: false,
  union: true,
};

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
