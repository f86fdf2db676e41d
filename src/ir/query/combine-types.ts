// Unions, intersections and nullable types in normal form: no union within a
// union, no duplicate member, at most one `null`.

import type { ObjectConstraints } from "../constraints.js";
import type { Field, InlineObjectType, TypeExpr } from "../type-expr.js";
import { mapType } from "../walk/map-type.js";
import { intersectConstraints } from "./intersect-constraints.js";
import {
  structureKey,
  structureKeyWithoutConstraints,
} from "./structure-key.js";

/** `T → T | null`; a type that already includes null is returned as it is. */
export function combineNullable(type: TypeExpr): TypeExpr {
  const takesNull = ["nullable", "null", "anyValue"].includes(type.kind);
  return takesNull ? type : { kind: "nullable", type };
}

/** `[A | B, B, C | null] → A | B | C | null` */
export function combineUnion(types: readonly TypeExpr[]): TypeExpr {
  const possible = types.filter(({ kind }) => kind !== "noValue");
  const [only] = possible;
  // A single type is in normal form already.
  if (only !== undefined && possible.length === 1) return only;
  const members = new Map<string, TypeExpr>();
  let nullable = false;
  const add = (type: TypeExpr): void => {
    if (type.kind === "union") type.members.forEach(add);
    else if (type.kind === "null") nullable = true;
    else if (type.kind === "nullable") {
      nullable = true;
      add(type.type);
    } else addMember(members, type, (before) => withoutConstraints(before));
  };
  possible.forEach(add);
  const distinct = [...members.values()];
  const [first] = distinct;
  if (distinct.some((member) => member.kind === "anyValue")) {
    return { kind: "anyValue" };
  }
  if (first === undefined) return { kind: nullable ? "null" : "noValue" };
  const type: TypeExpr =
    distinct.length === 1 ? first : { kind: "union", members: distinct };
  return nullable ? combineNullable(type) : type;
}

/**
 * `[A, any value, A] → A`. The result is nullable only if every type is: `A |
 * null` and `B` → `A & B`.
 */
export function combineIntersection(types: readonly TypeExpr[]): TypeExpr {
  const telling = types.filter((type) => type.kind !== "anyValue");
  const [only] = telling;
  if (only !== undefined && telling.length === 1) return only;
  if (telling.some((type) => type.kind === "noValue"))
    return { kind: "noValue" };
  const nullable = telling.every((type) => type.kind === "nullable");
  const members = new Map<string, TypeExpr>();
  for (const type of telling) {
    const part = type.kind === "nullable" ? type.type : type;
    const flat = part.kind === "intersection" ? part.members : [part];
    for (const member of flat)
      addMember(members, member, intersectConstraintsOf);
  }
  const distinct = mergeEqualObjects([...members.values()]);
  const [first] = distinct;
  if (first === undefined) return { kind: "anyValue" };
  const type: TypeExpr =
    distinct.length === 1 ? first : { kind: "intersection", members: distinct };
  return nullable ? combineNullable(type) : type;
}

/** Adds a type; a member that differs only in constraints is joined with it. */
function addMember(
  members: Map<string, TypeExpr>,
  type: TypeExpr,
  join: (before: TypeExpr, type: TypeExpr) => TypeExpr,
): void {
  const key = structureKeyWithoutConstraints(type);
  const before = members.get(key);
  members.set(
    key,
    before === undefined || structureKey(before) === structureKey(type)
      ? type
      : join(before, type),
  );
}

/**
 * Intersects the constraints of two types that are equal without them. Nested
 * constraints survive only if both types have the same ones.
 */
function intersectConstraintsOf(before: TypeExpr, type: TypeExpr): TypeExpr {
  const own = "constraints" in before ? before.constraints : undefined;
  const others = "constraints" in type ? type.constraints : undefined;
  const constraints = intersectConstraints<object>(own, others);
  const within = [before, type].map((one) =>
    structureKey({ ...one, constraints: undefined }),
  );
  const open = within[0] === within[1] ? before : withoutConstraints(before);
  if (constraints === undefined) return open;
  return { ...open, constraints } as TypeExpr; // both types have one kind, and so do their constraints
}

/** Removes all constraints, including nested ones. */
export function withoutConstraints(type: TypeExpr): TypeExpr {
  return mapType(type, (part) => {
    if (!("constraints" in part)) return part;
    const { constraints, ...open } = part;
    return open;
  });
}

/**
 * `[A, {x}, {y}] → [A, {x, y}]`: merges objects that have no property in common,
 * but for those that one of the two requires without declaring a type.
 */
function mergeEqualObjects(members: readonly TypeExpr[]): readonly TypeExpr[] {
  const result: TypeExpr[] = [];
  for (const member of members) {
    const index = result.findIndex(
      (one) =>
        one.kind === "object" &&
        member.kind === "object" &&
        canMerge(one, member),
    );
    const before = result[index];
    if (before?.kind !== "object" || member.kind !== "object") {
      result.push(member);
      continue;
    }
    const { constraints, ...open } = before;
    const fields = joinFields(before.fields, member.fields);
    const joined = intersectConstraints(
      constraintsOfPart(before),
      constraintsOfPart(member),
    );
    result[index] = {
      ...open,
      fields,
      additional: before.additional ?? member.additional,
      ...(joined !== undefined && { constraints: joined }),
    };
  }
  return result;
}

/**
 * A closed object also forbids the other objects' properties, so it lists its
 * own in `only`.
 */
function constraintsOfPart({
  constraints,
  fields,
}: InlineObjectType): ObjectConstraints | undefined {
  if (constraints?.closed !== true) return constraints;
  const { closed, ...counts } = constraints;
  const names = fields.map(({ name }) => name);
  return intersectConstraints<ObjectConstraints>({ only: names }, counts);
}

function canMerge(a: InlineObjectType, b: InlineObjectType): boolean {
  const names = new Map(a.fields.map((field) => [field.name, field]));
  const isOpen = a.additional === null && b.additional === null;
  const isWithin = (part: InlineObjectType, whole: InlineObjectType) =>
    part.additional === null &&
    part.fields.every(
      (field) =>
        isBareRequired(field) &&
        whole.fields.some(({ name }) => name === field.name),
    );
  return (
    (isOpen || isWithin(a, b) || isWithin(b, a)) &&
    b.fields.every((field) => {
      const before = names.get(field.name);
      return (
        before === undefined || isBareRequired(before) || isBareRequired(field)
      );
    })
  );
}

/** True for a property that is required and of which nothing else is known. */
export function isBareRequired({
  required,
  type,
  description,
}: Field): boolean {
  return required && type.kind === "anyValue" && description === null;
}

/** Of two declarations of a property, one is bare: the other becomes required. */
function joinFields(
  before: readonly Field[],
  added: readonly Field[],
): readonly Field[] {
  const addedByName = new Map(added.map((field) => [field.name, field]));
  const names = new Set(before.map(({ name }) => name));
  return [
    ...before.map((field) => {
      const other = addedByName.get(field.name);
      if (other === undefined) return field;
      const telling = isBareRequired(field) ? other : field;
      return { ...telling, required: true, present: true };
    }),
    ...added.filter(({ name }) => !names.has(name)),
  ];
}
