// How a value of a type is made for a test, in no language's terms: what it is where
// nobody says otherwise, and how what somebody says of a part is made whole.

import type { JsonValue } from "../ir/json-value.js";
import type { Discriminants } from "../ir/query/discriminants-of.js";
import type { Generic } from "../ir/type-expr.js";

/** The one moment that made objects know, 2023-11-14T22:13:20Z, in seconds. */
export const clock = 1_700_000_000;

/** Always the same value. Only scalars are the very same each time. */
export interface ConstantPlan {
  readonly kind: "constant";
  readonly value: JsonValue;
}

/** Another one each time, by counting: `ch_1`, a UUID, or a number. */
export interface IdPlan {
  readonly kind: "id";
  /** What stands before the number: `ch`; null for a UUID or a number alone. */
  readonly prefix: string | null;
  readonly form: "number" | "text" | "uuid";
}

/** The moment of the clock, in seconds. */
export interface ClockPlan {
  readonly kind: "clock";
}

/** As another model is made. */
export interface MakePlan {
  readonly kind: "make";
  readonly model: string;
}

export interface ObjectPlan {
  readonly kind: "object";
  /** What is there whatever is said. */
  readonly always: readonly PlannedField[];
  /** What need not be there: of kind `absent`, or there because a sample has it. */
  readonly sometimes: readonly PlannedField[];
}

export interface PlannedField {
  readonly name: string;
  readonly plan: ValuePlan;
}

/** Null, unless something is said: then `part` makes that whole. */
export interface NullPlan {
  readonly kind: "null";
  readonly part: ValuePlan;
}

/** Left out, unless something is said. */
export interface NeverPlan {
  readonly kind: "absent";
  readonly part: ValuePlan;
}

/** An id, unless an object or a part of one is given. */
export interface ExpandablePlan {
  readonly kind: "expandable";
  readonly generic: Generic;
  readonly id: ValuePlan;
  readonly object: ValuePlan;
}

/** `first`, unless an object is given: then the branch that it is of. */
export interface UnionPlan {
  readonly kind: "union";
  readonly first: ValuePlan;
  readonly branches: readonly PlannedBranch[];
}

export interface PlannedBranch {
  readonly plan: ValuePlan;
  /** The properties by which a value is known to be of it. */
  readonly marks: Discriminants;
  /** Where there are no marks: properties that no other branch has. */
  readonly names: readonly string[];
}

/** A page of a list. */
export interface PagePlan {
  readonly kind: "page";
  readonly generic: Generic;
  readonly url: string;
  readonly items: readonly ValuePlan[];
}

/** An array that is made anew each time. What is given takes its place. */
export interface ItemsPlan {
  readonly kind: "items";
  readonly items: readonly ValuePlan[];
}

/** The same item several times: an array that is made by counting. */
export interface RepeatPlan {
  readonly kind: "repeat";
  readonly count: number;
  readonly item: ValuePlan;
}

/** A map that is made anew each time. What is given takes its place. */
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
