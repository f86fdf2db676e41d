// Which properties of an object have certain values only: by them the members of a union
// are told apart.

import { sortedByBytes } from "./byte-order.js";
import { asJson, literalValuesOf } from "./literal-values.js";
import type { Model } from "./model.js";
import type { Field, LiteralValue, TypeExpr } from "./type-expr.js";

/** Property → the values it has; a single one, unless all members are told by it. */
export type Marks = ReadonlyMap<string, readonly LiteralValue[]>;

/** For each member its marks, without those that all members share. */
export function marksOf(
  members: readonly TypeExpr[],
  models: ReadonlyMap<string, Model>,
): readonly Marks[] {
  const all = members.map((member) => fewestValues(member, models));
  const tags = tagsOf(all.filter((_own, index) => mayBeObject(members[index])));
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
export function tagsOf(all: readonly Marks[]): ReadonlySet<string> {
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

/** Where several parts say something of a property, what says most counts. */
function fewestValues(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): Marks {
  const found = new Map<string, readonly LiteralValue[]>();
  for (const [name, values] of literalFields(type, models, new Set())) {
    const known = found.get(name);
    if (known === undefined || values.length <= known.length) {
      found.set(name, values);
    }
  }
  return found;
}

type LiteralField = readonly [string, readonly LiteralValue[]];

function literalFields(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
  seen: ReadonlySet<string>,
): readonly LiteralField[] {
  switch (type.kind) {
    case "object":
      return literalsIn(type.fields, models);
    case "intersection":
      return type.members.flatMap((one) => literalFields(one, models, seen));
    case "requiring":
      return literalFields(type.type, models, seen);
    case "reference": {
      const model = models.get(type.model);
      if (model === undefined || seen.has(type.model)) return [];
      return model.kind === "object"
        ? literalsIn(model.fields, models)
        : literalFields(model.type, models, new Set([...seen, type.model]));
    }
    default:
      return [];
  }
}

/** Only what is always there tells anything. */
function literalsIn(
  fields: readonly Field[],
  models: ReadonlyMap<string, Model>,
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
