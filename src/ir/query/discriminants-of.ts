// The discriminants of a union: properties whose literal values identify the
// member that a value belongs to, such as `object: "customer"`.

import { sortedByBytes } from "../compare-bytes.js";
import type { Model } from "../model.js";
import type { Field, LiteralValue, TypeExpr } from "../type-expr.js";
import {
  arrayKinds,
  bareObjectKinds,
  casesOf,
  matchType,
  scalarKinds,
  type TypeCases,
} from "../walk/match-type.js";
import { asJson, literalValuesOf } from "./literal-values-of.js";
import { structureOf } from "./structure-of.js";

/**
 * Property → its possible values. There is only one value, unless the property
 * discriminates all members of the union.
 */
export type Discriminants = ReadonlyMap<string, readonly LiteralValue[]>;

/**
 * For each member, the properties that discriminate it. A property with the
 * same single value in all members is omitted.
 */
export function discriminantsOf(
  members: readonly TypeExpr[],
  models: ReadonlyMap<string, Model>,
): readonly Discriminants[] {
  const all = members.map((member) => fewestOfMember(member, models));
  const common = distinctDiscriminants(
    all.filter((_own, index) => mayBeObject(members[index])),
  );
  return all.map((own) => {
    const discriminating = [...own].filter(
      ([name, values]) =>
        common.has(name) ||
        (values.length === 1 &&
          !all.every((discriminants) =>
            isSingle(discriminants.get(name), values[0]),
          )),
    );
    return new Map(sortedByBytes(discriminating, ([name]) => name));
  });
}

/** The properties that every member has, without a value in common between two members. */
export function distinctDiscriminants(
  all: readonly Discriminants[],
): ReadonlySet<string> {
  const [first = new Map<string, readonly LiteralValue[]>()] = all;
  const names = [...first.keys()].filter((name) => {
    const values = all.flatMap(
      (discriminants) => discriminants.get(name) ?? [],
    );
    return (
      all.every((discriminants) => discriminants.has(name)) &&
      new Set(values).size === values.length
    );
  });
  return new Set(names);
}

function isSingle(
  values: readonly LiteralValue[] | undefined,
  value: LiteralValue | undefined,
): boolean {
  return values?.length === 1 && values[0] === value;
}

const otherKinds: readonly string[] = [
  ...["array", "boolean", "enum", "literal", "null", "number", "string"],
  "tuple",
];

function mayBeObject(type: TypeExpr | undefined): boolean {
  return type !== undefined && !otherKinds.includes(type.kind);
}

/** A cache by model set and model name: unions often have the same members. */
const ofModels = new WeakMap<
  ReadonlyMap<string, Model>,
  Map<string, Discriminants>
>();

function fewestOfMember(
  member: TypeExpr,
  models: ReadonlyMap<string, Model>,
): Discriminants {
  if (member.kind !== "reference") return fewestValues(member, models);
  const byName = ofModels.get(models) ?? new Map<string, Discriminants>();
  ofModels.set(models, byName);
  const discriminants =
    byName.get(member.model) ?? fewestValues(member, models);
  byName.set(member.model, discriminants);
  return discriminants;
}

/** If several parts of a type declare a property, the fewest values win. */
function fewestValues(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): Discriminants {
  const valuesByName = new Map<string, readonly LiteralValue[]>();
  for (const [name, values] of literalFields(type, models)) {
    const current = valuesByName.get(name);
    if (current === undefined || values.length <= current.length) {
      valuesByName.set(name, values);
    }
  }
  return valuesByName.size <= mostDiscriminants
    ? valuesByName
    : new Map(
        sortedByBytes(valuesByName, ([name]) => name).slice(
          0,
          mostDiscriminants,
        ),
      );
}

/** A limit for speed: one discriminant is enough. */
const mostDiscriminants = 64;

type LiteralField = readonly [string, readonly LiteralValue[]];

function literalFields(
  whole: TypeExpr,
  models: ReadonlyMap<string, Model>,
): readonly LiteralField[] {
  const state: LiteralSearch = {
    models,
    found: [],
    seen: new Set(),
    pending: [whole],
  };
  const { pending, found } = state;
  for (let type = pending.pop(); type !== undefined; type = pending.pop()) {
    matchType(type, literalCases, state);
  }
  return found.flat();
}

/** The state of a search: results so far, and types still to read. */
interface LiteralSearch {
  readonly models: ModelIndex;
  readonly found: (readonly LiteralField[])[];
  readonly seen: Set<string>;
  readonly pending: TypeExpr[];
}

const literalCases: TypeCases<void, LiteralSearch> = {
  ...casesOf(
    [
      ...scalarKinds,
      ...arrayKinds,
      ...bareObjectKinds,
      // Not every value of a union has the properties of one member.
      ...(["map", "nullable", "parameter", "union"] as const),
    ],
    () => {},
  ),
  object({ fields }, { found, models }) {
    found.push(literalsIn(fields, models));
  },
  intersection({ members }, { pending }) {
    pending.push(...members.toReversed());
  },
  withRequired({ type }, { pending }) {
    pending.push(type);
  },
  generic(type, { pending }) {
    pending.push(structureOf(type));
  },
  reference({ model: name }, { models, seen, found, pending }) {
    const model = models.get(name);
    if (model === undefined || seen.has(name)) return;
    seen.add(name);
    if (model.kind === "alias") pending.push(model.type);
    else found.push(literalsIn(model.fields, models));
  },
};

type ModelIndex = ReadonlyMap<string, Model>;

/** A cache by model set and fields: models are members of many unions. */
const literalsByFields = new WeakMap<
  ModelIndex,
  WeakMap<object, readonly LiteralField[]>
>();

/**
 * The literal values of properties that are required and not nullable; other
 * properties cannot discriminate.
 */
function literalsIn(
  fields: readonly Field[],
  models: ModelIndex,
): readonly LiteralField[] {
  const byFields = literalsByFields.get(models) ?? new WeakMap();
  literalsByFields.set(models, byFields);
  const cached = byFields.get(fields);
  if (cached !== undefined) return cached;
  const literals = readLiterals(fields, models);
  byFields.set(fields, literals);
  return literals;
}

function readLiterals(
  fields: readonly Field[],
  models: ModelIndex,
): readonly LiteralField[] {
  return fields.flatMap(({ name, type, required, nullable }) => {
    const values = [
      ...new Set(literalValuesOf(namedEnum(type, models)).map(asJson)),
    ];
    return values.length > 0 && required && !nullable
      ? [[name, values] as const]
      : [];
  });
}

/** Follows a reference to a named enum. */
function namedEnum(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): TypeExpr {
  const model = type.kind === "reference" ? models.get(type.model) : undefined;
  return model?.kind === "alias" ? model.type : type;
}
