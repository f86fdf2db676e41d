// A page of a list, and possibly a sample of it → the plan for a value.

import { type JsonValue, ownValue } from "../ir/json-value.js";
import type { ListType } from "../ir/type-expr.js";
import { stringOf } from "./plan-scalar.js";
import type { Planner } from "./planner.js";
import { fitsString, sampleString } from "./sample-string.js";
import type { ValuePlan } from "./value-plan.js";

export function planList(
  { items, search, constraints }: ListType,
  sample: JsonValue | undefined,
  name: string,
  { plan: planItem, strategy, reportRough }: Planner,
): ValuePlan | null {
  const given = ownValue(sample, "data");
  const planned: ValuePlan[] = [];
  for (const one of Array.isArray(given) ? given : []) {
    const plan = planItem(items, one, name);
    if (plan !== null) planned.push(plan);
    else if (strategy === "whole") return null;
  }
  const address = ownValue(sample, "url");
  const url =
    typeof address === "string" && fitsString(address, constraints)
      ? address
      : sampleString(stringOf(constraints), "/");
  if (url === null) reportRough("url");
  return { kind: "list", search, url: url ?? "/", items: planned };
}
