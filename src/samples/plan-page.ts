// A page of a list, and possibly a sample of it → the plan for a value.

import { type JsonValue, ownValue } from "../ir/json-value.js";
import type { GenericRole, GenericType } from "../ir/type-expr.js";
import { stringOf } from "./plan-scalar.js";
import type { Planner } from "./planner.js";
import { fitsString, sampleString } from "./sample-string.js";
import type { ValuePlan } from "./value-plan.js";

type PageRole = Extract<GenericRole, { readonly kind: "page" }>;

export function planPage(
  { generic, args, constraints }: GenericType,
  { items, address }: PageRole,
  sample: JsonValue | undefined,
  name: string,
  { plan: planItem, strategy, reportRough }: Planner,
): ValuePlan | null {
  const [type = { kind: "anyValue" } as const] = args;
  const given = ownValue(sample, items);
  const planned: ValuePlan[] = [];
  for (const one of Array.isArray(given) ? given : []) {
    const plan = planItem(type, one, name);
    if (plan !== null) planned.push(plan);
    else if (strategy === "whole") return null;
  }
  const found = ownValue(sample, address);
  const url =
    typeof found === "string" && fitsString(found, constraints)
      ? found
      : sampleString(stringOf(constraints), "/");
  if (url === null) reportRough(address);
  return { kind: "page", generic, url: url ?? "/", items: planned };
}
