// Which properties of an object have certain values only: by them the members of a union
// are told apart.

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

/** Property → the values it has; a single one, unless all members are told by it. */
export type Discriminants = ReadonlyMap<string, readonly LiteralValue[]>;

/** For each member its marks, without those that all members share. */
export function discriminantsOf(
  members: readonly TypeExpr[],
  models: ReadonlyMap<string, Model>,
): readonly Discriminants[] {
  const all = members.map((member) => fewestOfMember(member, models));
  const tags = distinctDiscriminants(
    all.filter((_own, index) => mayBeObject(members[index])),
  );
  return all.map((own) => {
    const telling = [...own].filter(
      ([name, values]) =>
        tags.has(name) ||
        (values.length === 1 &&
          !all.every((marks) => isSingle(marks.get(name), values[0]))),
    );
    return new Map(sortedByBytes(telling, ([name]) => name));
  });
}

/** The properties that all have, and no two of them with one value. */
export function distinctDiscriminants(
  all: readonly Discriminants[],
): ReadonlySet<string> {
  const [first = new Map<string, readonly LiteralValue[]>()] = all;
  const names = [...first.keys()].filter((name) => {
    const values = all.flatMap((marks) => marks.get(name) ?? []);
    return (
      all.every((marks) => marks.has(name)) &&
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

/** Models → the name of one → what is known of it: many unions can have the same members. */
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
  const marks = byName.get(member.model) ?? fewestValues(member, models);
  byName.set(member.model, marks);
  return marks;
}

/** Where several parts say something of a property, what says most counts. */
function fewestValues(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): Discriminants {
  const found = new Map<string, readonly LiteralValue[]>();
  for (const [name, values] of literalFields(type, models)) {
    const known = found.get(name);
    if (known === undefined || values.length <= known.length) {
      found.set(name, values);
    }
  }
  return found.size <= mostDiscriminants
    ? found
    : new Map(
        sortedByBytes(found, ([name]) => name).slice(0, mostDiscriminants),
      );
}

/** One of them would do: of so many, more tell nothing. */
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

/** What is found so far, and the types that are still to be read. */
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
      // One of several types has no property that all of them have.
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

/** Of the fields of models, which are members of many unions. */
const literalsByFields = new WeakMap<
  ModelIndex,
  WeakMap<object, readonly LiteralField[]>
>();

/** Only what is always there tells anything. */
function literalsIn(
  fields: readonly Field[],
  models: ModelIndex,
): readonly LiteralField[] {
  const ofModels = literalsByFields.get(models) ?? new WeakMap();
  literalsByFields.set(models, ofModels);
  const before = ofModels.get(fields);
  if (before !== undefined) return before;
  const found = readLiterals(fields, models);
  ofModels.set(fields, found);
  return found;
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

/** The enum that a schema of its own declares. */
function namedEnum(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): TypeExpr {
  const model = type.kind === "reference" ? models.get(type.model) : undefined;
  return model?.kind === "alias" ? model.type : type;
}
