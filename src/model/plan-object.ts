// The fields of an object, and perhaps a sample of it → which of them are there, and how
// each is made.

import { type JsonValue, ownValue } from "./json-value.js";
import type { Model } from "./model.js";
import { planId } from "./plan-scalar.js";
import type { Planner } from "./planner.js";
import type { Field, ObjectBounds, TypeExpr } from "./type-expr.js";
import type { PlannedField, ValuePlan } from "./value-plan.js";

export interface PlannedObject {
  readonly fields: readonly Field[];
  readonly additional: TypeExpr | null;
  readonly bounds?: ObjectBounds;
}

/** `owner` is the model that the object is, if it is one: its `id` is counted. */
export function planObject(
  { fields, additional, bounds = {} }: PlannedObject,
  sample: JsonValue | undefined,
  owner: Model | null,
  planner: Planner,
): ValuePlan | null {
  const always: PlannedField[] = [];
  const sometimes: PlannedField[] = [];
  for (const field of fields) {
    const planned = planField(field, sample, owner, planner);
    if (planned === null) return null;
    if (planned === "nothing") continue;
    const entry = { name: field.name, plan: planned.plan };
    // The id of the whole is counted before those of its parts.
    if (planned.plan.kind === "id" && field.name === "id") {
      always.unshift(entry);
    } else if (planned.always) {
      always.push(entry);
    } else {
      sometimes.push(entry);
    }
  }
  for (let number = 1; always.length < (bounds.minProperties ?? 0); number++) {
    const extra =
      fields.find(({ name }) => always.every((one) => one.name !== name)) ??
      null;
    const name = extra?.name ?? `key${number}`;
    const type = extra?.type ?? additional ?? { kind: "anyValue" };
    const plan = planner.plan(type, undefined, name);
    if (plan === null) return null;
    always.push({ name, plan });
  }
  const kept = sometimes.filter(
    ({ name }) => !always.some((one) => one.name === name),
  );
  return { kind: "object", always, sometimes: kept };
}

/** `"nothing"` where it is left out, and what is given needs nothing to be whole. */
function planField(
  field: Field,
  object: JsonValue | undefined,
  owner: Model | null,
  planner: Planner,
): { always: boolean; plan: ValuePlan } | "nothing" | null {
  const { name, type, nullable } = field;
  const sample = ownValue(object, name);
  // Whoever makes an object for a test will look it up by its id.
  const isId =
    name === "id" &&
    !nullable &&
    owner !== null &&
    owner.inputOf === null &&
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
    if (always || planner.effort === "whole") return null;
  }
  const part = planner.complete(type, name);
  return part === null
    ? "nothing"
    : { always: false, plan: { kind: "absent", part } };
}
