// What plans the values of types, as those see it that plan a part of one: they are given
// it, since who makes it imports them.

import type { JsonValue } from "../ir/json-value.js";
import type { Model } from "../ir/model.js";
import type { TypeExpr } from "../ir/type-expr.js";
import type { ValuePlan } from "./value-plan.js";
import type { SizeOf } from "./value-size.js";

/** How much is given up so that making comes to an end, the least first. */
export const strategies = ["whole", "fewer", "any"] as const;
export type Strategy = (typeof strategies)[number];

export interface PlanContext {
  readonly models: ReadonlyMap<string, Model>;
  /**
   * `whole`: all that a sample has; `fewer`: without what need not be there; `any`: of
   * unions other branches than the first as well.
   */
  readonly strategy: Strategy;
  /** What the ids of the model at hand begin with, and those of others. */
  readonly prefixOf: (model: string) => string;
  /** The model that a chain of aliases leads to. */
  readonly endOf: (model: string) => string;
  /** Whether a model may be made as a part of this one: that must come to an end. */
  readonly ends: (model: string) => boolean;
  /** Whether it can be made at all: what is given comes to an end by itself. */
  readonly makeable: (model: string) => boolean;
  /** Whether only the end matters, and not what is made of what is given. */
  readonly drafting: boolean;
  /** What this is a part of: for each intersection around it, its parts. */
  readonly within: readonly ReadonlySet<TypeExpr | string>[];
  /** A value for which no constraints could be kept. */
  readonly reportRough: (name: string) => void;
  readonly sizeOf: SizeOf;
  /** Of this strategy and of what is made whole: what is planned already. */
  readonly planned: KnownPlans;
  readonly completed: KnownPlans;
}

/**
 * The plans of types that no sample is given for, by the names of their values: a type
 * in n unions, one within the other, would be planned 2ⁿ times otherwise.
 */
export type KnownPlans = Map<TypeExpr, Map<string, Attempt>>;

/** Of distinct items and of properties that there must be: each of them is written out. */
export const mostMade = 100;

export interface Attempt {
  readonly plan: ValuePlan | null;
  /** What values are called for which no constraints could be kept. */
  readonly rough: ReadonlySet<string>;
}

export interface Planner extends PlanContext {
  /** Null where making it does not come to an end. `name` is what the value is called. */
  readonly plan: (
    type: TypeExpr,
    sample: JsonValue | undefined,
    name: string,
  ) => ValuePlan | null;
  /** The same, though it has been planned before. */
  readonly planNew: Planner["plan"];
  /** The same, with what is rough in it told and not reported: it may not be used. */
  readonly attempt: (
    type: TypeExpr,
    sample: JsonValue | undefined,
    name: string,
  ) => Attempt;
  /** The plan of what is given in part, where there is anything to make whole; else null. */
  readonly complete: (type: TypeExpr, name: string) => ValuePlan | null;
}
