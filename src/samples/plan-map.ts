// An object without declared properties, and possibly a sample of it → the
// plan for a value.

import { isJsonObject, type JsonValue } from "../ir/json-value.js";
import type {
  EmptyObjectType,
  MapType,
  TypeExpr,
  UnknownObjectType,
} from "../ir/type-expr.js";
import { mostMade, type Planner } from "./planner.js";
import { constant, type ValuePlan } from "./value-plan.js";
import { mostParts } from "./value-size.js";

/** The size, in parts, up to which a map is one constant in the generated code. */
const mostConstant = 200;

export function planMap(
  { keys, values, constraints = {} }: MapType,
  sample: JsonValue | undefined,
  name: string,
  { plan: planPart, strategy, reportRough, sizeOf }: Planner,
): ValuePlan | null {
  const { minProperties = 0, maxProperties = Infinity } = constraints;
  const planned: [string, ValuePlan][] = [];
  const entries = isJsonObject(sample) ? Object.entries(sample) : [];
  for (const [key, value] of entries) {
    const plan = planPart(values, value, key);
    if (plan !== null) planned.push([key, plan]);
    else if (strategy === "whole") return null;
  }
  const taken = new Set(planned.map(([key]) => key));
  const missing = minProperties - planned.length;
  let first: ValuePlan | null = null;
  for (const key of freeKeys(missing, taken, listedKeys(keys))) {
    // All keys share one plan: nested maps would otherwise be planned for each
    // key of each.
    const plan: ValuePlan | null =
      first !== null && sizeOf(first).parts > 1
        ? first
        : planPart(values, undefined, key);
    if (plan === null) return null;
    first ??= plan;
    if ((planned.length + 1) * sizeOf(plan).parts > mostParts / 2) break;
    planned.push([key, plan]);
  }
  const kept = planned.slice(0, maxProperties);
  if (kept.length < minProperties) reportRough(name);
  const constants = kept.flatMap(([key, plan]) =>
    plan.kind === "constant" ? [[key, plan.value] as const] : [],
  );
  const parts = kept.reduce((sum, [, plan]) => sum + sizeOf(plan).parts, 0);
  if (constants.length === kept.length && parts <= mostConstant) {
    return constant(Object.fromEntries(constants));
  }
  return {
    kind: "entries",
    entries: kept.map(([key, plan]) => ({ name: key, plan })),
  };
}

/**
 * Plans an object of unknown properties: those of the sample, and as many more
 * as `minProperties` requires.
 */
export function planOpaqueObject(
  { constraints = {} }: EmptyObjectType | UnknownObjectType,
  sample: JsonValue | undefined,
  name: string,
  { reportRough }: Planner,
): ValuePlan {
  const { closed = false, minProperties = 0, maxProperties } = constraints;
  const own = isJsonObject(sample) && !closed ? Object.entries(sample) : [];
  const taken = new Set(own.map(([key]) => key));
  const keys = freeKeys(minProperties - own.length, taken, closed ? [] : null);
  const all = [...own, ...keys.map((key) => [key, null] as const)];
  const kept = all.slice(0, maxProperties);
  if (kept.length < minProperties) reportRough(name);
  return constant(Object.fromEntries(kept));
}

/** The allowed keys; null for any. */
export function listedKeys(keys: TypeExpr | null): readonly string[] | null {
  return keys?.kind === "enum" ? keys.values.map(String) : null;
}

/** Up to `count` keys that are allowed and not taken. */
export function freeKeys(
  count: number,
  taken: ReadonlySet<string>,
  listed: readonly string[] | null,
): readonly string[] {
  const wanted = Math.min(Math.max(0, count), mostMade);
  const most = wanted + taken.size;
  const keys =
    listed ?? Array.from({ length: most }, (_one, index) => `key${index + 1}`);
  return keys.filter((key) => !taken.has(key)).slice(0, wanted);
}
