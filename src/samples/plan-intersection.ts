// An intersection → the plan for a value that belongs to all members.
// Constraints that cannot be combined are reported.

import type { JsonValue } from "../ir/json-value.js";
import type { Model } from "../ir/model.js";
import { structureKey } from "../ir/query/structure-key.js";
import { structureOf } from "../ir/query/structure-of.js";
import type {
  IntersectionType,
  TypeExpr,
  WithRequiredType,
} from "../ir/type-expr.js";
import {
  arrayKinds,
  bareObjectKinds,
  casesOf,
  matchType,
  scalarKinds,
  type TypeCases,
} from "../ir/walk/match-type.js";
import { intersectTypes } from "./intersect-types.js";
import { objectParts } from "./object-parts.js";
import { type PlannedObject, planObject } from "./plan-object.js";
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
    return object.fields.length > 0
      ? planObject(object, sample, null, name, planner)
      : planner.plan(typeWithoutFields(object), sample, name);
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

function typeWithoutFields({
  additional,
  keys = null,
  constraints = {},
}: PlannedObject): TypeExpr {
  return additional === null
    ? { kind: "unknownObject", constraints }
    : { kind: "map", keys, values: additional, constraints };
}

/** Plans the first member of a union that has a value in common with the other types. */
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

/** The state of flattening: members so far, and types still to read. */
interface FlattenState {
  readonly models: ReadonlyMap<string, Model>;
  readonly whole: TypeExpr;
  readonly found: TypeExpr[];
  readonly seen: Set<string>;
  readonly pending: TypeExpr[];
}

/** The members of an intersection, including those of nested intersections and aliases. */
function flatten(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): readonly TypeExpr[] {
  const pending: TypeExpr[] = [type];
  const found: TypeExpr[] = [];
  const seen = new Set<string>();
  const state: FlattenState = { models, whole: type, found, seen, pending };
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    matchType(one, flattenCases, state);
  }
  return found;
}

const keep = (type: TypeExpr, { found }: FlattenState) => void found.push(type);

const flattenCases: TypeCases<void, FlattenState> = {
  ...casesOf(scalarKinds, keep),
  ...casesOf(arrayKinds, keep),
  ...casesOf(bareObjectKinds, keep),
  ...casesOf(
    ["map", "object", "parameter", "union", "withRequired"] as const,
    keep,
  ),
  anyValue: () => {},
  nullable: ({ type }, { pending }) => void pending.push(type),
  generic: (type, { pending }) => void pending.push(structureOf(type)),
  intersection(type, { whole, found, pending }) {
    // A closed intersection stays one member: it also forbids its siblings' properties.
    if (type !== whole && type.constraints?.closed === true) found.push(type);
    else pending.push(...type.members.toReversed());
  },
  reference(type, { models, seen, found, pending }) {
    const model = models.get(type.model);
    if (model?.kind !== "alias") found.push(type);
    else if (!seen.has(type.model)) pending.push(model.type);
    seen.add(type.model);
  },
};

/** Removes duplicates, and members that add nothing to the others. */
function distinctMembers(
  types: readonly TypeExpr[],
  models: ReadonlyMap<string, Model>,
): readonly TypeExpr[] {
  const byText = new Map(types.map((one) => [structureKey(one), one]));
  const distinct = [...byText.values()];
  const specific = distinct.filter(
    (type) => type.kind !== "unknownObject" || type.constraints !== undefined,
  );
  const isObject = specific.some((type) => objectParts(type, models) !== null);
  return isObject ? specific : distinct;
}

/** The identity of an intersection: names of models, and the objects of inline types. */
function objectPartsOf(type: TypeExpr): readonly (TypeExpr | string)[] {
  if (type.kind === "intersection") return type.members.flatMap(objectPartsOf);
  if (type.kind === "withRequired") return objectPartsOf(type.type);
  return [type.kind === "reference" ? type.model : type];
}

function isSame(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
