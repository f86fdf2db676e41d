// A string, a number or an id, and perhaps a sample of it → how one is made that keeps
// to its constraints.

import type { JsonValue } from "../ir/json-value.js";
import { prefixOf } from "../ir/query/prefix-of.js";
import type {
  NumberType,
  StringConstraints,
  StringType,
} from "../ir/type-expr.js";
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
    // Whatever it is the id of, it is no object that the test has made.
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

/** Ids are counted where the constraints leave room for it. */
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

/** A string of which no more is known than its constraints. */
export function stringOf(
  constraints: StringConstraints | undefined,
): StringType {
  const plain: StringType = { kind: "string", format: null };
  return constraints === undefined ? plain : { ...plain, constraints };
}
