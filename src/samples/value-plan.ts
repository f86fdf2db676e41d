// A plan for building a test value, independent of any language: its defaults,
// and how partial overrides are completed.

import type { JsonValue } from "../ir/json-value.js";
import type { Discriminants } from "../ir/query/discriminants-of.js";
import type { Generic } from "../ir/type-expr.js";

/** The fixed time in all test values: 2023-11-14T22:13:20Z, in Unix seconds. */
export const clock = 1_700_000_000;

/** A fixed value; objects and arrays are created anew each time. */
export interface ConstantPlan {
  readonly kind: "constant";
  readonly value: JsonValue;
}

/** A new id each time, from a counter: `ch_1`, a UUID, or a number. */
export interface IdPlan {
  readonly kind: "id";
  /** The text before the counter: `ch`; null for UUIDs and numbers. */
  readonly prefix: string | null;
  readonly form: "number" | "text" | "uuid";
}

/** The fixed time, in Unix seconds. */
export interface ClockPlan {
  readonly kind: "clock";
}

/** A call of another model's factory. */
export interface MakePlan {
  readonly kind: "make";
  readonly model: string;
}

/** An object, field by field. */
export interface ObjectPlan {
  readonly kind: "object";
  /** Fields that are always present. */
  readonly always: readonly PlannedField[];
  /** Fields that may be absent: of kind `absent`, or present because a sample has them. */
  readonly sometimes: readonly PlannedField[];
}

/** One property and the plan of its value. */
export interface PlannedField {
  readonly name: string;
  readonly plan: ValuePlan;
}

/** Null by default; `part` completes an override. */
export interface NullPlan {
  readonly kind: "null";
  readonly part: ValuePlan;
}

/** Absent by default; `part` completes an override. */
export interface NeverPlan {
  readonly kind: "absent";
  readonly part: ValuePlan;
}

/** An id by default; `object` completes an override that is an object. */
export interface ExpandablePlan {
  readonly kind: "expandable";
  readonly generic: Generic;
  readonly id: ValuePlan;
  readonly object: ValuePlan;
}

/** `first` by default; for an override, the branch that it belongs to. */
export interface UnionPlan {
  readonly kind: "union";
  readonly first: ValuePlan;
  readonly branches: readonly PlannedBranch[];
}

/** One member of the union, and how to recognize an override of it. */
export interface PlannedBranch {
  readonly plan: ValuePlan;
  /** The discriminants of the member: property → values. */
  readonly discriminants: Discriminants;
  /** Without discriminants: properties that no other member has. */
  readonly names: readonly string[];
}

/** A page of a list. */
export interface PagePlan {
  readonly kind: "page";
  readonly generic: Generic;
  readonly url: string;
  readonly items: readonly ValuePlan[];
}

/** An array, created anew each time; an override replaces it. */
export interface ItemsPlan {
  readonly kind: "items";
  readonly items: readonly ValuePlan[];
}

/** An array of `count` equal items, created by a loop. */
export interface RepeatPlan {
  readonly kind: "repeat";
  readonly count: number;
  readonly item: ValuePlan;
}

/** A map, created anew each time; an override replaces it. */
export interface EntriesPlan {
  readonly kind: "entries";
  readonly entries: readonly PlannedField[];
}

export type ValuePlan =
  | NeverPlan
  | ClockPlan
  | ConstantPlan
  | EntriesPlan
  | ExpandablePlan
  | IdPlan
  | ItemsPlan
  | MakePlan
  | NullPlan
  | ObjectPlan
  | PagePlan
  | RepeatPlan
  | UnionPlan;

export type PlanKind = ValuePlan["kind"];

export function constant(value: JsonValue): ConstantPlan {
  return { kind: "constant", value };
}
