// A string, a number or an id, and possibly a sample of it → the plan for a
// value that satisfies the constraints.

import type { StringConstraints } from "../ir/constraints.js";
import type { JsonValue } from "../ir/json-value.js";
import { prefixOf } from "../ir/query/prefix-of.js";
import type { NumberType, StringType } from "../ir/type-expr.js";
import type { PlanContext } from "./planner.js";
import { fitsNumber, sampleNumber } from "./sample-number.js";
import { fitsString, sampleString } from "./sample-string.js";
import { clock, constant, type ValuePlan } from "./value-plan.js";

export function planString(
  type: StringType,
  sample: JsonValue | undefined,
  name: string,
  { reportRough }: PlanContext,
): ValuePlan {
  const isTime = ["date", "date-time", "time"].includes(type.format ?? "");
  if (
    !isTime &&
    typeof sample === "string" &&
    fitsString(sample, type.constraints)
  ) {
    // An id in a sample belongs to an object that the test does not have: a
    // new id replaces it.
    const prefix = prefixOf(sample);
    return prefix === null ? constant(sample) : planId(type, prefix);
  }
  const made = sampleString(type, name);
  if (made === null) reportRough(name);
  return constant(made ?? name);
}

export function planNumber(
  type: NumberType,
  sample: JsonValue | undefined,
  name: string,
  { reportRough }: PlanContext,
): ValuePlan {
  if (type.format === "unix-time" && fitsNumber(clock, type)) {
    return { kind: "clock" };
  }
  if (typeof sample === "number" && fitsNumber(sample, type)) {
    return constant(sample);
  }
  const made = sampleNumber(type);
  if (made === null) reportRough(name);
  return constant(made ?? 0);
}

/** Plans an id from a counter if the constraints allow that; else a constant. */
export function planId(
  type: NumberType | StringType,
  prefix: string,
): ValuePlan {
  if (type.kind === "number") {
    const counts = fitsNumber(1, type) && fitsNumber(99_999, type);
    return counts
      ? { kind: "id", prefix: null, form: "number" }
      : constant(sampleNumber(type) ?? 0);
  }
  if (type.format === "uuid" && type.constraints === undefined) {
    return { kind: "id", prefix: null, form: "uuid" };
  }
  const counts = ["1", "99999"].every((number) =>
    fitsString(`${prefix}_${number}`, type.constraints),
  );
  const plain = type.format === null || type.format === "uuid";
  return counts && plain && type.format !== "uuid"
    ? { kind: "id", prefix, form: "text" }
    : constant(sampleString(type, prefix) ?? prefix);
}

/** A string type with these constraints and no format. */
export function stringOf(
  constraints: StringConstraints | undefined,
): StringType {
  const plain: StringType = { kind: "string", format: null };
  return constraints === undefined ? plain : { ...plain, constraints };
}
