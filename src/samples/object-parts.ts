// A type → one object with everything that the type declares about its values:
// through references, intersections and the first object of a union.

import type { ObjectConstraints } from "../ir/constraints.js";
import type { Model } from "../ir/model.js";
import { requireNamed } from "../ir/query/require-named.js";
import { structureOf } from "../ir/query/structure-of.js";
import type { Field, TypeExpr } from "../ir/type-expr.js";
import {
  arrayKinds,
  bareObjectKinds,
  casesOf,
  matchType,
  scalarKinds,
  type TypeCases,
} from "../ir/walk/match-type.js";
import { listedKeys } from "./plan-map.js";
import type { PlannedObject } from "./plan-object.js";

/** The models, and the aliases around the type. */
interface PartsState {
  readonly models: ReadonlyMap<string, Model>;
  readonly seen: ReadonlySet<string>;
}

/** Null if the type is not an object. */
export function objectParts(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): PlannedObject | null {
  return partsOfType(type, { models, seen: new Set() });
}

function partsOfType(type: TypeExpr, state: PartsState): PlannedObject | null {
  return matchType(type, objectCases, state);
}

const objectCases: TypeCases<PlannedObject | null, PartsState> = {
  ...casesOf(
    [...scalarKinds, ...arrayKinds, ...(["parameter"] as const)],
    () => null,
  ),
  ...casesOf(
    bareObjectKinds,
    ({
      constraints,
    }: {
      readonly constraints?: ObjectConstraints;
    }): PlannedObject => ({
      fields: [],
      additional: null,
      ...constraintsOf(constraints),
    }),
  ),
  object: (type) => type,
  map: ({ keys, values, constraints }) => ({
    fields: [],
    additional: values,
    keys,
    ...constraintsOf(constraints),
  }),
  nullable: ({ type }, state) => partsOfType(type, state),
  generic: (type, state) => partsOfType(structureOf(type), state),
  reference({ model: name }, { models, seen }) {
    const model = models.get(name);
    if (model === undefined || seen.has(name)) return null;
    return model.kind === "object"
      ? model
      : partsOfType(model.type, { models, seen: new Set([...seen, name]) });
  },
  withRequired({ type, names }, state) {
    const object = partsOfType(type, state);
    return object && { ...object, fields: requireNamed(object.fields, names) };
  },
  union({ members }, state) {
    for (const member of members) {
      const object = partsOfType(member, state);
      if (object !== null) return object;
    }
    return null;
  },
  intersection({ members, constraints }, state) {
    const all = members.map((one) => partsOfType(one, state));
    const parts = all.filter((one) => one !== null);
    if (parts.length < all.length) return null;
    return combineObjects(parts, constraints?.closed === true);
  },
};

/** Combines objects to one that satisfies all of them. */
function combineObjects(
  parts: readonly PlannedObject[],
  isClosed: boolean,
): PlannedObject {
  const byName = new Map<string, FieldOfPart[]>();
  for (const part of parts) {
    for (const field of part.fields) {
      const known = byName.get(field.name);
      if (known === undefined) byName.set(field.name, [{ part, field }]);
      else known.push({ part, field });
    }
  }
  // Most parts do not restrict the properties of others.
  const restricting = parts.filter(
    (one) =>
      one.additional !== null ||
      listedKeys(one.keys ?? null) !== null ||
      one.constraints?.closed === true,
  );
  const additional = parts.flatMap((one) => one.additional ?? []);
  const listed = parts.flatMap(({ keys = null }) => {
    const own = listedKeys(keys);
    return own === null ? [] : [own];
  });
  const least = parts.map(({ constraints }) => constraints?.minProperties ?? 0);
  const most = parts.map(
    ({ constraints }) => constraints?.maxProperties ?? Infinity,
  );
  const closed =
    isClosed || parts.some((one) => one.constraints?.closed === true);
  // If one part is closed, the additional properties of others do not apply.
  return {
    fields: [...byName].flatMap(([name, own]) =>
      combineField(name, own, restricting),
    ),
    additional: closed ? null : bothOf(additional),
    keys: keysOfAll(listed),
    constraints: {
      closed,
      minProperties: least.reduce((a, b) => Math.max(a, b), 0),
      maxProperties: most.reduce((a, b) => Math.min(a, b), Infinity),
    },
  };
}

function keysOfAll(listed: readonly (readonly string[])[]): TypeExpr | null {
  const [first, ...others] = listed;
  if (first === undefined) return null;
  const values = first.filter((key) =>
    others.every((one) => one.includes(key)),
  );
  return { kind: "enum", values, open: false, notes: null };
}

interface FieldOfPart {
  readonly part: PlannedObject;
  readonly field: Field;
}

/** Empty if some part forbids the property, and no part requires it. */
function combineField(
  name: string,
  declared: readonly FieldOfPart[],
  restricting: readonly PlannedObject[],
): Field[] {
  const own = declared.map(({ field }) => field);
  const [first] = own;
  if (first === undefined) return [];
  const declaring = new Set(declared.map(({ part }) => part));
  const others = restricting.filter((one) => !declaring.has(one));
  const required = own.some((field) => field.required);
  const present = own.some((field) => field.present);
  const isRefused = others.some((one) => refuses(one, name));
  if (isRefused && !required && !present) return [];
  const additional = others.flatMap((one) => one.additional ?? []);
  const types = [
    ...own.map(({ type }) => type),
    ...additional.map((type) => (type.kind === "nullable" ? type.type : type)),
    ...(isRefused ? [{ kind: "noValue" } as const] : []),
  ];
  const nullable =
    own.every((field) => field.nullable) &&
    additional.every(({ kind }) => kind === "nullable" || kind === "anyValue");
  return [
    {
      ...first,
      required,
      present,
      nullable,
      type: bothOf(types) ?? first.type,
    },
  ];
}

function refuses(
  { additional, keys = null, constraints }: PlannedObject,
  name: string,
): boolean {
  const isListed = listedKeys(keys)?.includes(name) ?? true;
  return !isListed || (constraints?.closed === true && additional === null);
}

/** A single type is returned as it is, so that caches by identity find it again. */
function bothOf(types: readonly TypeExpr[]): TypeExpr | null {
  const members = new Map<TypeExpr | string, TypeExpr>();
  for (const type of types) {
    if (type.kind === "anyValue") continue;
    const key = type.kind === "reference" ? type.model : type;
    members.set(key, type);
  }
  const [first = types[0], ...more] = [...members.values()];
  if (first === undefined) return null;
  return more.length === 0
    ? first
    : { kind: "intersection", members: [first, ...more] };
}

function constraintsOf(constraints: ObjectConstraints | undefined) {
  return constraints === undefined ? {} : { constraints };
}
