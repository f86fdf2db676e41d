// An array or a tuple, and possibly a sample of it → the plan for a value.

import type { ArrayConstraints } from "../ir/constraints.js";
import type { JsonValue } from "../ir/json-value.js";
import type { Model } from "../ir/model.js";
import { asJson } from "../ir/query/literal-values-of.js";
import { structureKey } from "../ir/query/structure-key.js";
import type { ArrayType, TupleType, TypeExpr } from "../ir/type-expr.js";
import { mostMade, type Planner } from "./planner.js";
import { fitsNumber } from "./sample-number.js";
import { fitsString } from "./sample-string.js";
import { constant, type ValuePlan } from "./value-plan.js";
import { mostParts } from "./value-size.js";

/** The size, in parts, above which equal items become a loop in the generated code. */
const mostWritten = 16;

export function planArray(
  { items, constraints = {} }: ArrayType,
  sample: JsonValue | undefined,
  name: string,
  { plan, strategy, models, reportRough, sizeOf }: Planner,
): ValuePlan | null {
  if (Array.isArray(sample) && hasLength(sample, constraints)) {
    const planned = planAll(sample.map((one) => plan(items, one, name)));
    if (planned !== null || strategy === "whole") return planned;
  }
  const { minItems = 0, maxItems = minItems } = constraints;
  if (minItems === 0) return constant([]);
  if (maxItems < minItems) reportRough(name);
  if (constraints.uniqueItems !== true || minItems === 1) {
    const one = plan(items, undefined, name);
    if (one === null) return null;
    const most = Math.max(1, Math.floor(mostParts / 2 / sizeOf(one).parts));
    const count = Math.min(minItems, most);
    if (count < minItems) reportRough(name);
    return count * sizeOf(one).parts > mostWritten
      ? { kind: "repeat", count, item: one }
      : planAll(Array.from({ length: count }, () => one));
  }
  const count = Math.min(minItems, mostMade);
  const distinct = distinctValues(items, count, models);
  if (distinct.length < minItems) reportRough(name);
  return constant(distinct);
}

/** Beyond the listed items, a tuple gets only as many as `minItems` requires. */
export function planTuple(
  { items, rest, constraints = {} }: TupleType,
  sample: JsonValue | undefined,
  name: string,
  { plan, reportRough }: Planner,
): ValuePlan | null {
  const samples = Array.isArray(sample) ? sample : [];
  const listed = items.map((item, index) => plan(item, samples[index], name));
  const { minItems = 0, maxItems = Infinity, uniqueItems } = constraints;
  const missing = Math.max(0, minItems - items.length);
  const count = rest === null ? 0 : Math.min(missing, mostMade);
  const one = rest === null || count === 0 ? null : plan(rest, undefined, name);
  const all = [...listed, ...Array.from({ length: count }, () => one)];
  const isAlike = uniqueItems === true && !isDistinct(all);
  if (count < missing || all.length > maxItems || isAlike) reportRough(name);
  return planAll(all);
}

/** True if all plans differ; ids always do. */
function isDistinct(plans: readonly (ValuePlan | null)[]): boolean {
  const texts = plans
    .filter((plan) => plan?.kind !== "id")
    .map((plan) => (plan === null ? "null" : structureKey(plan)));
  return new Set(texts).size === texts.length;
}

/** Plans one array of all items; null if one of the items does not terminate. */
function planAll(plans: readonly (ValuePlan | null)[]): ValuePlan | null {
  const found = plans.filter((plan) => plan !== null);
  if (found.length < plans.length) return null;
  const constants = found.flatMap((plan) =>
    plan.kind === "constant" ? [plan.value] : [],
  );
  return constants.length === found.length
    ? constant(constants)
    : { kind: "items", items: found };
}

function hasLength(
  sample: readonly JsonValue[],
  { minItems = 0, maxItems = Number.POSITIVE_INFINITY }: ArrayConstraints,
): boolean {
  return sample.length >= minItems && sample.length <= maxItems;
}

/** Up to `count` distinct values, for types where they are easy to find. */
function distinctValues(
  type: TypeExpr,
  count: number,
  models: ReadonlyMap<string, Model>,
): JsonValue[] {
  const numbers = Array.from({ length: count }, (_one, index) => index + 1);
  if (type.kind === "reference") {
    const model = models.get(type.model);
    return model?.kind === "alias" && model.type.kind !== "reference"
      ? distinctValues(model.type, count, models)
      : [];
  }
  if (type.kind === "enum") {
    return [...new Set(type.values.map(asJson))].slice(0, count);
  }
  if (type.kind === "number") {
    return numbers.filter((one) => fitsNumber(one, type));
  }
  if (type.kind !== "string") return [];
  return numbers
    .map((one) => `item${one}`)
    .filter((one) => fitsString(one, type.constraints));
}
