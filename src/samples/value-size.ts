// The size of the value that a plan creates. Limits keep generating and
// calling a factory linear in the size of the document.

import { assertNever } from "../ir/assert-never.js";
import type { JsonValue } from "../ir/json-value.js";
import type { ValuePlan } from "./value-plan.js";

export interface ValueSize {
  /** The number of scalars, arrays and objects. */
  readonly parts: number;
  /** The depth of factories that call each other. */
  readonly calls: number;
}

/** The maximum number of parts of one value; larger ones take too long to create. */
export const mostParts = 100_000;
/** The maximum depth of calls; deeper ones overflow the stack. */
export const mostCalls = 500;

export type SizeOf = (plan: ValuePlan) => ValueSize;

const scalar: ValueSize = { parts: 1, calls: 0 };

/**
 * Returns a function that measures plans. `sizeOfModel` returns the size of
 * another factory's value. Each plan is measured once, because plans are
 * shared.
 */
export function createSizeOf(
  sizeOfModel: (model: string) => ValueSize,
): SizeOf {
  const known = new WeakMap<ValuePlan, ValueSize>();
  const sum = (plans: readonly ValuePlan[]): ValueSize =>
    plans.map(sizeOf).reduce(
      (all, one) => ({
        parts: all.parts + one.parts,
        calls: Math.max(all.calls, one.calls),
      }),
      scalar,
    );
  const measure = (plan: ValuePlan): ValueSize => {
    switch (plan.kind) {
      case "constant":
        return { parts: countParts(plan.value), calls: 0 };
      case "absent":
      case "clock":
      case "expandable":
      case "id":
      case "null":
        return scalar;
      case "make": {
        const { parts, calls } = sizeOfModel(plan.model);
        return { parts, calls: calls + 1 };
      }
      case "object":
        return sum(
          [...plan.always, ...plan.sometimes].map((field) => field.plan),
        );
      case "entries":
        return sum(plan.entries.map((entry) => entry.plan));
      case "items":
      case "page":
        return sum(plan.items);
      case "repeat": {
        const { parts, calls } = sizeOf(plan.item);
        return { parts: 1 + plan.count * parts, calls };
      }
      case "union":
        return sizeOf(plan.first);
      default:
        return assertNever(plan);
    }
  };
  const sizeOf: SizeOf = (plan) => {
    const before = known.get(plan);
    if (before !== undefined) return before;
    const size = measure(plan);
    known.set(plan, size);
    return size;
  };
  return sizeOf;
}

function countParts(value: JsonValue): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>(
    (sum, one) => sum + countParts(one),
    1,
  );
}
