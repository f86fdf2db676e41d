// The fields of an object, and possibly a sample of it → which fields are
// present, and the plan of each.

import type { ObjectConstraints } from "../ir/constraints.js";
import { type JsonValue, ownValue } from "../ir/json-value.js";
import type { Model } from "../ir/model.js";
import type { Field, TypeExpr } from "../ir/type-expr.js";
import { freeKeys, listedKeys } from "./plan-map.js";
import { planId } from "./plan-scalar.js";
import type { Planner } from "./planner.js";
import type { PlannedField, ValuePlan } from "./value-plan.js";

/** The declaration of an object: a model, an inline object or several of them combined. */
export interface PlannedObject {
  readonly fields: readonly Field[];
  readonly additional: TypeExpr | null;
  /** The allowed names of additional properties; null for any. */
  readonly keys?: TypeExpr | null;
  readonly constraints?: ObjectConstraints;
}

/** `owner` is the object's model, if it is one: its `id` is generated from a counter. */
export function planObject(
  object: PlannedObject,
  sample: JsonValue | undefined,
  owner: Model | null,
  name: string,
  planner: Planner,
): ValuePlan | null {
  const { fields, constraints = {} } = object;
  const always: PlannedField[] = [];
  const sometimes: PlannedField[] = [];
  for (const field of fields) {
    const planned = planField(field, sample, owner, planner);
    if (planned === null) return null;
    if (planned === "nothing") continue;
    const entry = { name: field.name, plan: planned.plan };
    // The object's own id is counted before those of its parts.
    if (planned.plan.kind === "id" && field.name === "id") {
      always.unshift(entry);
    } else if (planned.always) {
      always.push(entry);
    } else {
      sometimes.push(entry);
    }
  }
  const { minProperties = 0, maxProperties = Infinity } = constraints;
  if (always.length < minProperties) {
    const more = planMore(object, always, minProperties, planner);
    if (more === null) return null;
    always.push(...more);
  }
  const isRough =
    always.length < minProperties || always.length > maxProperties;
  if (isRough) planner.reportRough(name);
  const names = new Set(always.map((one) => one.name));
  const kept = sometimes.filter((one) => !names.has(one.name));
  return { kind: "object", always, sometimes: kept };
}

/**
 * Adds optional properties until there are `count`, declared ones first. Null
 * if there may be enough of them once more models are known to terminate.
 */
function planMore(
  { fields, additional, keys = null, constraints }: PlannedObject,
  always: readonly PlannedField[],
  count: number,
  planner: Planner,
): readonly PlannedField[] | null {
  const taken = new Set(always.map(({ name }) => name));
  const more: PlannedField[] = [];
  let endless = false;
  const add = (name: string, type: TypeExpr): void => {
    if (always.length + more.length >= count) return;
    const { plan, rough } = planner.attempt(type, undefined, name);
    if (plan === null) endless = true;
    else if (rough.size === 0) more.push({ name, plan });
  };
  for (const { name, type } of fields) if (!taken.has(name)) add(name, type);
  for (const { name } of fields) taken.add(name);
  const missing = count - always.length - more.length;
  const listed =
    constraints?.closed === true && additional === null ? [] : listedKeys(keys);
  for (const name of freeKeys(missing, taken, listed)) {
    add(name, additional ?? { kind: "anyValue" });
  }
  const isShort = always.length + more.length < count;
  return isShort && endless && planner.strategy !== "any" ? null : more;
}

/** `"nothing"` if the field is absent, and an override of it needs no completion. */
function planField(
  field: Field,
  object: JsonValue | undefined,
  owner: Model | null,
  planner: Planner,
): { always: boolean; plan: ValuePlan } | "nothing" | null {
  const { name, type, nullable } = field;
  const sample = ownValue(object, name);
  // Tests look up objects by id, so that ids have to be unique.
  const isId =
    name === "id" &&
    !nullable &&
    owner !== null &&
    owner.origin.kind !== "input" &&
    (type.kind === "string" || type.kind === "number");
  if (isId) {
    return { always: true, plan: planId(type, planner.prefixOf(owner.name)) };
  }
  const always = field.present || field.required;
  const given = sample !== undefined && (sample !== null || nullable);
  if (always || given) {
    const plan = planner.plan(
      nullable ? { kind: "nullable", type } : type,
      sample,
      name,
    );
    if (plan !== null) return { always, plan };
    if (always || planner.strategy === "whole") return null;
  }
  const part = planner.complete(type, name);
  return part === null
    ? "nothing"
    : { always: false, plan: { kind: "absent", part } };
}
