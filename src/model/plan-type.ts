// A type, and perhaps a sample of it → how a value of it is made.

import { assertNever } from "./assert-never.js";
import { findBranch } from "./find-branch.js";
import { isJsonObject, type JsonValue, ownValue } from "./json-value.js";
import { marksOf } from "./literal-fields.js";
import type { Model } from "./model.js";
import { fitsNumber, sampleNumber } from "./sample-number.js";
import { fitsString, sampleString } from "./sample-string.js";
import { prefixOf } from "./samples.js";
import type {
  ArrayBounds,
  ArrayType,
  Field,
  ListType,
  MapType,
  NumberType,
  ObjectBounds,
  StringType,
  TypeExpr,
  UnionType,
} from "./type-expr.js";
import {
  clock,
  type PlannedBranch,
  type PlannedField,
  type ValuePlan,
} from "./value-plan.js";

/** How much is given up so that making comes to an end, the least first. */
export const efforts = ["whole", "fewer", "any"] as const;
export type Effort = (typeof efforts)[number];

export interface PlanContext {
  readonly models: ReadonlyMap<string, Model>;
  /**
   * `whole`: all that a sample has; `fewer`: without what need not be there; `any`: of
   * unions other branches than the first as well.
   */
  readonly effort: Effort;
  /** What the ids of the model at hand begin with, and those of others. */
  readonly prefixOf: (model: string) => string;
  /** Whether a model may be made as a part of this one: that must come to an end. */
  readonly ends: (model: string) => boolean;
  /** Whether it can be made at all: what is given comes to an end by itself. */
  readonly makeable: (model: string) => boolean;
  /** Whether only the end matters, and not what is made of what is given. */
  readonly drafting: boolean;
  /** A value for which no bounds could be kept. */
  readonly reportRough: (name: string) => void;
}

export interface PlannedObject {
  readonly fields: readonly Field[];
  readonly additional: TypeExpr | null;
  readonly bounds?: ObjectBounds;
}

/** Null where making it does not come to an end. `name` is what the value is called. */
export function planType(
  type: TypeExpr,
  sample: JsonValue | undefined,
  name: string,
  context: PlanContext,
): ValuePlan | null {
  switch (type.kind) {
    case "string":
      return planString(type, sample, name, context);
    case "number":
      return planNumber(type, sample, name, context);
    case "boolean":
      return constant(typeof sample === "boolean" ? sample : false);
    case "null":
      return constant(null);
    case "anyValue":
      return constant(sample ?? null);
    case "noValue":
      return null;
    case "literal":
      return constant(type.value);
    case "enum":
      return constant(
        type.values.find((one) => one === sample) ?? type.values[0] ?? null,
      );
    case "reference":
      return planReference(type.model, sample, name, context);
    case "requiring":
    case "intersection": {
      const fields = fieldsOf(type, context.models);
      const [first] = type.kind === "intersection" ? type.members : [type.type];
      if (fields !== null) {
        return planObject({ fields, additional: null }, sample, null, context);
      }
      return first === undefined
        ? null
        : planType(first, sample, name, context);
    }
    case "array":
      return planArray(type, sample, name, context);
    case "tuple":
      return planAll(
        type.items.map((item, index) =>
          planType(
            item,
            Array.isArray(sample) ? sample[index] : undefined,
            name,
            context,
          ),
        ),
      );
    case "map":
      return planMap(type, sample, context);
    case "opaqueObject":
    case "emptyObject": {
      const own = isJsonObject(sample) ? sample : {};
      const { minProperties = 0 } = type.bounds ?? {};
      const missing = minProperties - Object.keys(own).length;
      return constant({ ...own, ...fill(missing) });
    }
    case "object":
      return planObject(type, sample, null, context);
    case "nullable": {
      if (sample === undefined || sample === null) {
        return orNull(complete(type.type, name, context));
      }
      const plan = planType(type.type, sample, name, context);
      if (plan !== null || context.effort === "whole") return plan;
      return orNull(complete(type.type, name, context));
    }
    case "union":
      return planUnion(type, sample, name, context);
    case "expandable":
      return {
        kind: "expandable",
        id: planId(
          { kind: "string", format: null, ...withBounds(type.bounds) },
          (typeof sample === "string" ? prefixOf(sample) : null) ??
            context.prefixOf(modelOf(type.type) ?? name),
        ),
        object: complete(type.type, name, context) ?? constant(null),
      };
    case "emptyable":
      return planType(
        type.type,
        sample === "" ? undefined : sample,
        name,
        context,
      );
    case "list":
      return planList(type, sample, name, context);
    default:
      return assertNever(type);
  }
}

function constant(value: JsonValue): ValuePlan {
  return { kind: "constant", value };
}

function withBounds<Bounds>(bounds: Bounds | undefined) {
  return bounds === undefined ? {} : { bounds };
}

function planString(
  type: StringType,
  sample: JsonValue | undefined,
  name: string,
  { reportRough }: PlanContext,
): ValuePlan {
  const isTime = ["date", "date-time", "time"].includes(type.format ?? "");
  if (
    !isTime &&
    typeof sample === "string" &&
    fitsString(sample, type.bounds)
  ) {
    // Whatever it is the id of, it is no object that the test has made.
    const prefix = prefixOf(sample);
    return prefix === null ? constant(sample) : planId(type, prefix);
  }
  const made = sampleString(type, name);
  if (made === null) reportRough(name);
  return constant(made ?? name);
}

function planNumber(
  type: NumberType,
  sample: JsonValue | undefined,
  name: string,
  { reportRough }: PlanContext,
): ValuePlan {
  if (type.format === "unix-time" && fitsNumber(clock, type)) {
    return { kind: "clock" };
  }
  if (typeof sample === "number" && fitsNumber(sample, type)) {
    return constant(sample);
  }
  const made = sampleNumber(type);
  if (made === null) reportRough(name);
  return constant(made ?? 0);
}

/** Ids are counted where the bounds leave room for it. */
function planId(type: NumberType | StringType, prefix: string): ValuePlan {
  if (type.kind === "number") {
    const counts = fitsNumber(1, type) && fitsNumber(99_999, type);
    return counts
      ? { kind: "id", prefix: null, form: "number" }
      : constant(sampleNumber(type) ?? 0);
  }
  if (type.format === "uuid" && type.bounds === undefined) {
    return { kind: "id", prefix: null, form: "uuid" };
  }
  const counts = ["1", "99999"].every((number) =>
    fitsString(`${prefix}_${number}`, type.bounds),
  );
  const plain = type.format === null || type.format === "uuid";
  return counts && plain && type.format !== "uuid"
    ? { kind: "id", prefix, form: "text" }
    : constant(sampleString(type, prefix) ?? prefix);
}

function planReference(
  name: string,
  sample: JsonValue | undefined,
  called: string,
  context: PlanContext,
): ValuePlan | null {
  const model = context.models.get(name);
  // What is no object has no sample of its own, and is as it is here.
  if (model?.kind === "alias" && sample !== undefined) {
    if (!isJsonObject(sample) && context.ends(name)) {
      return planType(model.type, sample, called, context);
    }
  }
  return context.ends(name) ? { kind: "make", model: name } : null;
}

/** The plan of what is given in part, where there is anything to make whole; else null. */
function complete(
  type: TypeExpr,
  name: string,
  context: PlanContext,
): ValuePlan | null {
  if (context.drafting) return null;
  const plan = planType(type, undefined, name, {
    ...context,
    ends: context.makeable,
    effort: "any",
  });
  switch (plan?.kind) {
    case "expandable":
      return plan.object;
    case "null":
    case "absent":
      return plan.part;
    case "list":
    case "make":
    case "object":
    case "union":
      return plan;
    default:
      return null;
  }
}

function orNull(part: ValuePlan | null): ValuePlan {
  return part === null ? constant(null) : { kind: "null", part };
}

/** All of them, as one array; null where one of them does not come to an end. */
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

function planArray(
  { items, bounds = {} }: ArrayType,
  sample: JsonValue | undefined,
  name: string,
  context: PlanContext,
): ValuePlan | null {
  if (Array.isArray(sample) && hasLength(sample, bounds)) {
    const planned = planAll(
      sample.map((one) => planType(items, one, name, context)),
    );
    if (planned !== null || context.effort === "whole") return planned;
  }
  const { minItems = 0 } = bounds;
  if (minItems === 0) return constant([]);
  const count = Math.min(minItems, 100);
  if (bounds.uniqueItems !== true || count === 1) {
    const one = planType(items, undefined, name, context);
    return planAll(Array.from({ length: count }, () => one));
  }
  const distinct = distinctValues(items, count, context.models);
  if (distinct.length < count) context.reportRough(name);
  return constant(distinct);
}

function hasLength(
  sample: readonly JsonValue[],
  { minItems = 0, maxItems = Number.POSITIVE_INFINITY }: ArrayBounds,
): boolean {
  return sample.length >= minItems && sample.length <= maxItems;
}

/** As many as there are of what can be told apart with ease. */
function distinctValues(
  type: TypeExpr,
  count: number,
  models: ReadonlyMap<string, Model>,
): JsonValue[] {
  const numbers = Array.from({ length: count }, (_one, index) => index + 1);
  switch (type.kind) {
    case "reference": {
      const model = models.get(type.model);
      return model?.kind === "alias" && model.type.kind !== "reference"
        ? distinctValues(model.type, count, models)
        : [];
    }
    case "enum":
      return type.values.slice(0, count);
    case "number":
      return numbers.filter((one) => fitsNumber(one, type));
    case "string":
      return numbers
        .map((one) => `item${one}`)
        .filter((one) => fitsString(one, type.bounds));
    default:
      return [];
  }
}

function planMap(
  { keys, values, bounds = {} }: MapType,
  sample: JsonValue | undefined,
  context: PlanContext,
): ValuePlan | null {
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } =
    bounds;
  const planned: [string, ValuePlan][] = [];
  const entries = isJsonObject(sample) ? Object.entries(sample) : [];
  for (const [key, value] of entries) {
    const plan = planType(values, value, key, context);
    if (plan !== null) planned.push([key, plan]);
    else if (context.effort === "whole") return null;
  }
  const listed = keys?.kind === "enum" ? keys.values.map(String) : [];
  for (let number = 1; planned.length < minProperties; number++) {
    const key = listed[number - 1] ?? `key${number}`;
    const plan = planType(values, undefined, key, context);
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

function fill(count: number): { readonly [key: string]: JsonValue } {
  const keys = Array.from(
    { length: Math.max(0, count) },
    (_one, index) => [`key${index + 1}`, null] as const,
  );
  return Object.fromEntries(keys);
}

function planList(
  { items, search, bounds }: ListType,
  sample: JsonValue | undefined,
  name: string,
  context: PlanContext,
): ValuePlan | null {
  const given = ownValue(sample, "data");
  const planned: ValuePlan[] = [];
  for (const one of Array.isArray(given) ? given : []) {
    const plan = planType(items, one, name, context);
    if (plan !== null) planned.push(plan);
    else if (context.effort === "whole") return null;
  }
  const address = ownValue(sample, "url");
  const url =
    typeof address === "string" && fitsString(address, bounds)
      ? address
      : sampleString(
          { kind: "string", format: null, ...withBounds(bounds) },
          "/",
        );
  if (url === null) context.reportRough("url");
  return { kind: "list", search, url: url ?? "/", items: planned };
}

function planUnion(
  { members }: UnionType,
  sample: JsonValue | undefined,
  name: string,
  context: PlanContext,
): ValuePlan | null {
  const fitting =
    sample === undefined ? null : findBranch(members, sample, context.models);
  const possible = members.filter(({ kind }) => kind !== "noValue");
  const candidates = context.effort === "any" ? possible : possible.slice(0, 1);
  let chosen = fitting;
  let first: ValuePlan | null =
    fitting === null ? null : planType(fitting, sample, name, context);
  if (fitting !== null && first === null && context.effort === "whole") {
    return null;
  }
  for (const member of candidates) {
    if (first !== null) break;
    chosen = member;
    first = planType(member, undefined, name, context);
  }
  if (first === null || context.drafting) return first;
  const branches = planBranches(members, chosen, name, context);
  const [only] = branches;
  if (only === undefined) return first;
  const same = JSON.stringify(only.plan) === JSON.stringify(first);
  if (branches.length === 1 && same) return first;
  return { kind: "union", first, branches };
}

/**
 * Those that are objects: what else is given is whole. The chosen one comes first, as
 * it is the one where nothing tells.
 */
function planBranches(
  members: readonly TypeExpr[],
  chosen: TypeExpr | null,
  name: string,
  context: PlanContext,
): readonly PlannedBranch[] {
  const marks = marksOf(members, context.models);
  const names = members.map((member) =>
    (fieldsOf(member, context.models) ?? []).map((field) => field.name),
  );
  const branches = members.flatMap((member, index) => {
    const plan = complete(member, name, context);
    if (plan === null) return [];
    const own = marks[index] ?? new Map();
    const others = new Set(names.filter((_one, at) => at !== index).flat());
    const telling = (names[index] ?? []).filter((one) => !others.has(one));
    return [{ member, plan, marks: own, telling }];
  });
  const order = [
    ...branches.filter(({ member }) => member === chosen),
    ...branches.filter(({ member }) => member !== chosen),
  ];
  return order.map(({ plan, marks: own, telling }, index): PlannedBranch => {
    const needsNames = index > 0 && own.size === 0;
    return { plan, marks: own, names: needsNames ? telling.slice(0, 3) : [] };
  });
}

/** `owner` is the model that the object is, if it is one: its `id` is counted. */
export function planObject(
  { fields, additional, bounds = {} }: PlannedObject,
  sample: JsonValue | undefined,
  owner: Model | null,
  context: PlanContext,
): ValuePlan | null {
  const always: PlannedField[] = [];
  const sometimes: PlannedField[] = [];
  for (const field of fields) {
    const planned = planField(field, sample, owner, context);
    if (planned === null) return null;
    if (planned === "nothing") continue;
    const entry = { name: field.name, plan: planned.plan };
    // The id of the whole is counted before those of its parts.
    if (planned.plan.kind === "id" && field.name === "id") {
      always.unshift(entry);
    } else if (planned.always) {
      always.push(entry);
    } else {
      sometimes.push(entry);
    }
  }
  for (let number = 1; always.length < (bounds.minProperties ?? 0); number++) {
    const extra =
      fields.find(({ name }) => always.every((one) => one.name !== name)) ??
      null;
    const name = extra?.name ?? `key${number}`;
    const type = extra?.type ?? additional ?? { kind: "anyValue" };
    const plan = planType(type, undefined, name, context);
    if (plan === null) return null;
    always.push({ name, plan });
  }
  const kept = sometimes.filter(
    ({ name }) => !always.some((one) => one.name === name),
  );
  return { kind: "object", always, sometimes: kept };
}

/** `"nothing"` where it is left out, and what is given needs nothing to be whole. */
function planField(
  field: Field,
  object: JsonValue | undefined,
  owner: Model | null,
  context: PlanContext,
): { always: boolean; plan: ValuePlan } | "nothing" | null {
  const { name, type, nullable } = field;
  const sample = ownValue(object, name);
  // Whoever makes an object for a test will look it up by its id.
  const isId =
    name === "id" &&
    !nullable &&
    owner !== null &&
    owner.inputOf === null &&
    (type.kind === "string" || type.kind === "number");
  if (isId) {
    return { always: true, plan: planId(type, context.prefixOf(owner.name)) };
  }
  const always = field.present || field.required;
  const given = sample !== undefined && (sample !== null || nullable);
  if (always || given) {
    const plan = planType(
      nullable ? { kind: "nullable", type } : type,
      sample,
      name,
      context,
    );
    if (plan !== null) return { always, plan };
    if (always || context.effort === "whole") return null;
  }
  const part = complete(type, name, context);
  return part === null
    ? "nothing"
    : { always: false, plan: { kind: "absent", part } };
}

/** The fields of whatever is an object in the end; null for all else. */
function fieldsOf(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
  seen: ReadonlySet<string> = new Set(),
): readonly Field[] | null {
  switch (type.kind) {
    case "object":
      return type.fields;
    case "emptyObject":
    case "opaqueObject":
      return [];
    case "nullable":
      return fieldsOf(type.type, models, seen);
    case "reference": {
      const model = models.get(type.model);
      if (model === undefined || seen.has(type.model)) return null;
      return model.kind === "object"
        ? model.fields
        : fieldsOf(model.type, models, new Set([...seen, type.model]));
    }
    case "requiring": {
      const fields = fieldsOf(type.type, models, seen);
      return (
        fields?.map((field) =>
          type.names.includes(field.name)
            ? { ...field, required: true, present: true }
            : field,
        ) ?? null
      );
    }
    case "union": {
      for (const member of type.members) {
        const fields = fieldsOf(member, models, seen);
        if (fields !== null) return fields;
      }
      return null;
    }
    case "intersection": {
      const merged = new Map<string, Field>();
      for (const member of type.members) {
        const fields = fieldsOf(member, models, seen);
        if (fields === null) return null;
        for (const field of fields) {
          merged.set(field.name, stricter(merged.get(field.name), field));
        }
      }
      return [...merged.values()];
    }
    default:
      return null;
  }
}

/** Of two that must both hold the one with fewer values. */
function stricter(one: Field | undefined, other: Field): Field {
  if (one === undefined) return other;
  const kinds: readonly string[] = ["literal", "enum"];
  const rank = ({ type }: Field) =>
    type.kind === "anyValue" ? 3 : (kinds.indexOf(type.kind) + 3) % 3;
  const base = rank(one) <= rank(other) ? one : other;
  return {
    ...base,
    required: one.required || other.required,
    present: one.present || other.present,
    nullable: one.nullable && other.nullable,
  };
}

function modelOf(type: TypeExpr): string | null {
  if (type.kind === "reference") return type.model;
  const [first] = type.kind === "union" ? type.members : [];
  return first === undefined ? null : modelOf(first);
}
