// A type → one object with everything that the type declares about its values:
// through references, intersections and the first object of a union.

import type { Model } from "../ir/model.js";
import { requireNamed } from "../ir/query/require-named.js";
import type { Field, ObjectConstraints, TypeExpr } from "../ir/type-expr.js";
import { listedKeys } from "./plan-map.js";
import type { PlannedObject } from "./plan-object.js";

/** Null if the type is not an object. */
export function objectParts(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
  seen: ReadonlySet<string> = new Set(),
): PlannedObject | null {
  switch (type.kind) {
    case "object":
      return type;
    case "emptyObject":
    case "unknownObject":
      return {
        fields: [],
        additional: null,
        ...constraintsOf(type.constraints),
      };
    case "map": {
      const { keys, values, constraints } = type;
      return {
        fields: [],
        additional: values,
        keys,
        ...constraintsOf(constraints),
      };
    }
    case "nullable":
      return objectParts(type.type, models, seen);
    case "reference": {
      const model = models.get(type.model);
      if (model === undefined || seen.has(type.model)) return null;
      return model.kind === "object"
        ? model
        : objectParts(model.type, models, new Set([...seen, type.model]));
    }
    case "withRequired": {
      const object = objectParts(type.type, models, seen);
      return (
        object && {
          ...object,
          fields: requireNamed(object.fields, type.names),
        }
      );
    }
    case "union": {
      for (const member of type.members) {
        const object = objectParts(member, models, seen);
        if (object !== null) return object;
      }
      return null;
    }
    case "intersection": {
      const all = type.members.map((one) => objectParts(one, models, seen));
      const parts = all.filter((one) => one !== null);
      if (parts.length < all.length) return null;
      return combineObjects(parts, type.constraints?.closed === true);
    }
    default:
      return null;
  }
}

/** Intersects objects: the result satisfies all of them. */
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
  const telling = parts.filter(
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
      combineField(name, own, telling),
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
  telling: readonly PlannedObject[],
): Field[] {
  const own = declared.map(({ field }) => field);
  const [first] = own;
  if (first === undefined) return [];
  const declaring = new Set(declared.map(({ part }) => part));
  const others = telling.filter((one) => !declaring.has(one));
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
