// The planner interface, separate from its implementation to avoid an import
// cycle.

import type { JsonValue } from "../ir/json-value.js";
import type { Model } from "../ir/model.js";
import type { TypeExpr } from "../ir/type-expr.js";
import type { ValuePlan } from "./value-plan.js";
import type { SizeOf } from "./value-size.js";

/** Planning strategies, from keeping all of a sample to giving up most to terminate. */
export const strategies = ["whole", "fewer", "any"] as const;
export type Strategy = (typeof strategies)[number];

/** The inputs of planning one model. */
export interface PlanContext {
  readonly models: ReadonlyMap<string, Model>;
  /**
   * `whole`: keeps everything that a sample has; `fewer`: omits optional
   * parts; `any`: also tries other members of a union than the first.
   */
  readonly strategy: Strategy;
  /** Returns the id prefix of a model: `charge → ch`. */
  readonly prefixOf: (model: string) => string;
  /** Returns the model at the end of a chain of aliases. */
  readonly endOf: (model: string) => string;
  /** True if the model may be a part of this one: creating it terminates. */
  readonly ends: (model: string) => boolean;
  /**
   * True if the model can be created at all; enough for overrides, which
   * terminate themselves.
   */
  readonly makeable: (model: string) => boolean;
  /** True while only checking that planning terminates. */
  readonly drafting: boolean;
  /** The intersections being planned around this type, each as the set of its parts. */
  readonly within: readonly ReadonlySet<TypeExpr | string>[];
  /** Reports the name of a value for which not all constraints could be satisfied. */
  readonly reportRough: (name: string) => void;
  readonly sizeOf: SizeOf;
  /** The cache of plans with this strategy. */
  readonly planned: KnownPlans;
  // The cache of plans that complete overrides.
  readonly completed: KnownPlans;
}

/**
 * Plans of types without a sample, by type and by the name of the value.
 * Without this cache, a type within n nested unions would be planned 2ⁿ times.
 */
export type KnownPlans = Map<TypeExpr, Map<string, Attempt>>;

/** The limit on distinct items, and on required properties, that a plan writes out. */
export const mostMade = 100;

/** A plan that may be discarded, with the problems to report if it is used. */
export interface Attempt {
  readonly plan: ValuePlan | null;
  /** The names of values for which not all constraints could be satisfied. */
  readonly rough: ReadonlySet<string>;
}

/** Plans values of any type in one context. */
export interface Planner extends PlanContext {
  /**
   * Returns a plan; null if creating the value does not terminate. `name` is
   * the property or model, for text and messages.
   */
  readonly plan: (
    type: TypeExpr,
    sample: JsonValue | undefined,
    name: string,
  ) => ValuePlan | null;
  /** The same without the cache. */
  readonly planNew: Planner["plan"];
  /**
   * The same, but returns problems instead of reporting them: the plan may be
   * discarded.
   */
  readonly attempt: (
    type: TypeExpr,
    sample: JsonValue | undefined,
    name: string,
  ) => Attempt;
  /**
   * Returns a plan to complete a partial override; null if there is nothing to
   * complete.
   */
  readonly complete: (type: TypeExpr, name: string) => ValuePlan | null;
}
