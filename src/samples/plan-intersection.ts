// An intersection → the plan for a value that belongs to all members.
// Constraints that cannot be combined are reported.

import type { JsonValue } from "../ir/json-value.js";
import type { Model } from "../ir/model.js";
import { structureKey } from "../ir/query/structure-key.js";
import type {
  IntersectionType,
  TypeExpr,
  WithRequiredType,
} from "../ir/type-expr.js";
import { intersectTypes } from "./intersect-types.js";
import { objectParts } from "./object-parts.js";
import { planObject } from "./plan-object.js";
import type { Attempt, PlanContext, Planner } from "./planner.js";
import type { ValuePlan } from "./value-plan.js";

type SeveralTypes = IntersectionType | WithRequiredType;

/**
 * Limits for unions in intersections, whose members may be unions again:
 * members that are tried, and levels of nesting.
 */
const mostTried = 10;
const mostDeep = 4;

/**
 * `plannerIn` creates a planner for the parts. Null if an intersection of the
 * same types is already being planned around this one: that would never
 * terminate.
 */
export function planIntersection(
  type: SeveralTypes,
  sample: JsonValue | undefined,
  name: string,
  context: PlanContext,
  plannerIn: (context: PlanContext) => Planner,
): ValuePlan | null {
  const { models, reportRough } = context;
  const parts = new Set(objectPartsOf(type));
  if (context.within.some((outer) => isSame(outer, parts))) return null;
  const within = [...context.within, parts];
  const planner = plannerIn({
    ...context,
    within,
    // Parts terminate elsewhere in this context, so the caches do not apply.
    planned: new Map(),
    completed: new Map(),
  });
  const known = distinctMembers(flatten(type, models), models);
  const members = known.filter(({ kind }) => kind !== "noValue");
  if (members.length < known.length) reportRough(name);
  const constraints =
    type.kind === "intersection" ? type.constraints : undefined;
  const all = intersectionOf(members, constraints);
  const [first] = members;
  if (first === undefined) {
    return planner.plan({ kind: "anyValue" }, sample, name);
  }
  const isAlone = members.length === 1 && type.kind === "intersection";
  if (isAlone && constraints?.closed !== true) {
    return planner.plan(first, sample, name);
  }
  if (members.some(({ kind }) => kind === "union")) {
    return planFirstMember(all, sample, name, planner);
  }
  const object = objectParts(all, models);
  if (object !== null) {
    const { fields, additional, keys = null, constraints: own = {} } = object;
    if (fields.length > 0) {
      return planObject(object, sample, null, name, planner);
    }
    const map: TypeExpr =
      additional === null
        ? { kind: "unknownObject", constraints: own }
        : {
            kind: "map",
            keys,
            values: additional,
            alias: null,
            constraints: own,
          };
    return planner.plan(map, sample, name);
  }
  if (type.kind === "withRequired") {
    reportRough(name);
    return planner.plan(type.type, sample, name);
  }
  let met: TypeExpr | null = first;
  for (const one of members.slice(1)) met = met && intersectTypes(met, one);
  if (met === null) reportRough(name);
  return planner.plan(met ?? first, sample, name);
}

/**
 * Plans with the first member of the union that leaves a value together with
 * the others.
 */
function planFirstMember(
  { members, constraints }: IntersectionType,
  sample: JsonValue | undefined,
  name: string,
  planner: Planner,
): ValuePlan | null {
  const at = members.findIndex(({ kind }) => kind === "union");
  const union = members[at];
  let best: Attempt | null = null;
  const all = union?.kind === "union" ? union.members : [];
  if (planner.within.length > mostDeep) {
    // At this depth, one choice for all unions at once limits the time.
    const likely = members.map((one) => likelyMember(one, planner.models));
    const type = intersectionOf(likely, constraints);
    return planner.plan(type, sample, name);
  }
  for (const member of all.slice(0, mostTried)) {
    const type = intersectionOf(members.with(at, member), constraints);
    const attempt = planner.attempt(type, sample, name);
    if (attempt.plan === null) {
      if (planner.strategy !== "any") return null;
      continue;
    }
    if (attempt.rough.size === 0) return attempt.plan;
    best ??= attempt;
  }
  best?.rough.forEach(planner.reportRough);
  return best?.plan ?? null;
}

/** The first object among the members of a union; any other type is returned as it is. */
function likelyMember(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): TypeExpr {
  if (type.kind !== "union") return type;
  const object = type.members.find((one) => objectParts(one, models) !== null);
  return object ?? type.members[0] ?? type;
}

function intersectionOf(
  members: readonly TypeExpr[],
  constraints: IntersectionType["constraints"],
): IntersectionType {
  const type: IntersectionType = { kind: "intersection", members };
  return constraints === undefined ? type : { ...type, constraints };
}

/**
 * The types that a value must satisfy, with aliases replaced by the types that
 * they stand for.
 */
function flatten(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): readonly TypeExpr[] {
  const found: TypeExpr[] = [];
  const seen = new Set<string>();
  const pending: TypeExpr[] = [type];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    switch (one.kind) {
      case "anyValue":
        break;
      case "emptyable":
      case "nullable":
        pending.push(one.type);
        break;
      case "intersection":
        // A closed intersection is closed towards the types beside it, so it
        // stays one type.
        if (one !== type && one.constraints?.closed === true) found.push(one);
        else pending.push(...one.members.toReversed());
        break;
      case "reference": {
        const model = models.get(one.model);
        if (model?.kind !== "alias") found.push(one);
        else if (!seen.has(one.model)) pending.push(model.type);
        seen.add(one.model);
        break;
      }
      default:
        found.push(one);
    }
  }
  return found;
}

/** Removes duplicates, and objects without any information. */
function distinctMembers(
  types: readonly TypeExpr[],
  models: ReadonlyMap<string, Model>,
): readonly TypeExpr[] {
  const byText = new Map(types.map((one) => [structureKey(one), one]));
  const known = [...byText.values()];
  const telling = known.filter(
    (one) => one.kind !== "unknownObject" || one.constraints !== undefined,
  );
  const isObject = telling.some((one) => objectParts(one, models) !== null);
  return isObject ? telling : known;
}

/** What identifies an intersection: names of models, and inline types by identity. */
function objectPartsOf(type: TypeExpr): readonly (TypeExpr | string)[] {
  switch (type.kind) {
    case "intersection":
      return type.members.flatMap(objectPartsOf);
    case "withRequired":
      return objectPartsOf(type.type);
    case "reference":
      return [type.model];
    default:
      return [type];
  }
}

function isSame(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
