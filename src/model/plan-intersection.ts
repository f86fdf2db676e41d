// What must be several types at once → one object with the properties of all of them.

import type { JsonValue } from "./json-value.js";
import { objectFields } from "./object-fields.js";
import { planObject } from "./plan-object.js";
import type { PlanContext, Planner } from "./planner.js";
import type { IntersectionType, RequiringType, TypeExpr } from "./type-expr.js";
import type { ValuePlan } from "./value-plan.js";

type SeveralTypes = IntersectionType | RequiringType;

/**
 * `plannerIn` makes a planner of what is within. Null where the same types are at once
 * what this is a part of: that would never end.
 */
export function planIntersection(
  type: SeveralTypes,
  sample: JsonValue | undefined,
  name: string,
  context: PlanContext,
  plannerIn: (context: PlanContext) => Planner,
): ValuePlan | null {
  const parts = new Set(partsOf(type));
  if (context.within.some((outer) => isSame(outer, parts))) return null;
  const within = [...context.within, parts];
  const planner = plannerIn({ ...context, within });
  const fields = objectFields(type, context.models);
  if (fields !== null) {
    const object = { fields, additional: null };
    return planObject(object, sample, null, name, planner);
  }
  const [first] = type.kind === "intersection" ? type.members : [type.type];
  return first === undefined ? null : planner.plan(first, sample, name);
}

/** The models, by name, and what is declared in place. */
function partsOf(type: TypeExpr): readonly (TypeExpr | string)[] {
  switch (type.kind) {
    case "intersection":
      return type.members.flatMap(partsOf);
    case "requiring":
      return partsOf(type.type);
    case "reference":
      return [type.model];
    default:
      return [type];
  }
}

function isSame(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
