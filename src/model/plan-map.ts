// An object whose properties have no types of their own, and perhaps a sample of it →
// how one is made.

import { isJsonObject, type JsonValue } from "./json-value.js";
import type { Planner } from "./planner.js";
import type {
  EmptyObjectType,
  MapType,
  OpaqueObjectType,
} from "./type-expr.js";
import { constant, type ValuePlan } from "./value-plan.js";

export function planMap(
  { keys, values, bounds = {} }: MapType,
  sample: JsonValue | undefined,
  { plan: planPart, effort }: Planner,
): ValuePlan | null {
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } =
    bounds;
  const planned: [string, ValuePlan][] = [];
  const entries = isJsonObject(sample) ? Object.entries(sample) : [];
  for (const [key, value] of entries) {
    const plan = planPart(values, value, key);
    if (plan !== null) planned.push([key, plan]);
    else if (effort === "whole") return null;
  }
  const listed = keys?.kind === "enum" ? keys.values.map(String) : [];
  for (let number = 1; planned.length < minProperties; number++) {
    const key = listed[number - 1] ?? `key${number}`;
    const plan = planPart(values, undefined, key);
    if (plan === null) return null;
    planned.push([key, plan]);
  }
  const kept = planned.slice(0, maxProperties);
  const constants = kept.flatMap(([key, plan]) =>
    plan.kind === "constant" ? [[key, plan.value] as const] : [],
  );
  if (constants.length === kept.length) {
    return constant(Object.fromEntries(constants));
  }
  return {
    kind: "entries",
    entries: kept.map(([key, plan]) => ({ name: key, plan })),
  };
}

/** What is said of no property: it has those of the sample, and as many as it must. */
export function planOpaqueObject(
  { bounds = {} }: EmptyObjectType | OpaqueObjectType,
  sample: JsonValue | undefined,
): ValuePlan {
  const own = isJsonObject(sample) ? sample : {};
  const missing = (bounds.minProperties ?? 0) - Object.keys(own).length;
  return constant({ ...own, ...fill(missing) });
}

function fill(count: number): { readonly [key: string]: JsonValue } {
  const keys = Array.from(
    { length: Math.max(0, count) },
    (_one, index) => [`key${index + 1}`, null] as const,
  );
  return Object.fromEntries(keys);
}
