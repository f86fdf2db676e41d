// `required` beside the parts that declare the property → a required property
// of these parts: `A & {x: unknown}` → `A & Required<Pick<A, x>>` if A declares
// `x`. A name that A lost, or requires already, is dropped.

import type { Model, ModelSet } from "../ir/model.js";
import { closeType } from "../ir/query/close-type.js";
import {
  combineIntersection,
  isBareRequired,
} from "../ir/query/combine-types.js";
import { declaredFields } from "../ir/query/declared-fields.js";
import { foldDeclared } from "../ir/query/fold-declared.js";
import { requireNamed } from "../ir/query/require-named.js";
import type {
  Field,
  InlineObjectType,
  IntersectionType,
  TypeExpr,
  UnionType,
} from "../ir/type-expr.js";
import { mapModelSet } from "../ir/walk/map-model-set.js";
import { needsNoName } from "./inline-places.js";

interface DeclaredProperty {
  readonly isDeclared: boolean;
  /** True if a declaration has a type; a bare `required` has none. */
  readonly isTyped: boolean;
  /** True if at least one declaration requires it. */
  readonly isRequired: boolean;
}

interface RequiredState {
  readonly models: ReadonlyMap<string, Model>;
  readonly find: (type: TypeExpr, name: string) => DeclaredProperty;
}

/** A type of which properties are required, as far as it declares them. */
interface Requirement {
  readonly type: TypeExpr;
  /** The properties of which each value of the type has a declaration. */
  readonly declared: ReadonlySet<string>;
}

/** The limit on members of a referenced union that are listed to require a property. */
const mostMembers = 64;

/** A model that becomes one object is declared as one. */
export function resolveRequired(modelSet: ModelSet): ModelSet {
  const models = new Map(modelSet.models.map((model) => [model.name, model]));
  const find = foldDeclared<DeclaredProperty>(models, {
    none: { isDeclared: false, isTyped: false, isRequired: false },
    read: (field) => ({
      isDeclared: true,
      isTyped: !isBareRequired(field),
      isRequired: field.required,
    }),
    join: (a, b) => ({
      isDeclared: a.isDeclared || b.isDeclared,
      isTyped: a.isTyped || b.isTyped,
      isRequired: a.isRequired || b.isRequired,
    }),
    require: (found) => ({ ...found, isRequired: found.isDeclared }),
  });
  const state = { models, find };
  const resolved = mapModelSet(modelSet, (type) => resolveType(type, state));
  return { ...resolved, models: resolved.models.map(asObjectModel) };
}

function resolveType(type: TypeExpr, state: RequiredState): TypeExpr {
  if (type.kind === "intersection") return resolveIntersection(type, state);
  if (type.kind !== "withRequired") return type;
  const names = type.names.filter((name) => {
    const { isDeclared, isRequired } = state.find(type.type, name);
    return isDeclared && !isRequired;
  });
  return names.length === 0 ? type.type : { ...type, names };
}

function resolveIntersection(
  type: IntersectionType,
  state: RequiredState,
): TypeExpr {
  const joined = joinRequired(type, state);
  const isClosed = type.constraints?.closed === true;
  return isClosed && joined !== type ? closeType(joined) : joined;
}

function joinRequired(type: IntersectionType, state: RequiredState): TypeExpr {
  const names = [
    ...new Set(type.members.flatMap((one) => bareNames(one, state))),
  ];
  const all = type.members.map((one) => requireIn(one, names, state));
  const declared = new Set(all.flatMap((one) => [...one.declared]));
  let members = all.flatMap((one) => withoutBare(one.type, declared));
  const variants = requiredVariants(members);
  if (variants !== null) return variants;
  members = members.map((one) =>
    one.kind === "union" ? fillUnion(one, members, state) : one,
  );
  const isSame =
    members.length === type.members.length &&
    members.every((one, index) => one === type.members[index]);
  if (isSame) return type;
  return combineIntersection(members);
}

/** The properties that a member requires without declaring their types. */
function bareNames(type: TypeExpr, { models }: RequiredState): string[] {
  const model = type.kind === "reference" ? models.get(type.model) : undefined;
  const fields =
    type.kind === "object"
      ? type.fields
      : model?.kind === "object"
        ? model.fields
        : [];
  return fields.filter(isBareRequired).map(({ name }) => name);
}

/** All names at once, since each of them may be one of thousands. */
function requireIn(
  type: TypeExpr,
  names: readonly string[],
  state: RequiredState,
): Requirement {
  if (type.kind === "object") return requireInObject(type, names);
  if (type.kind === "union") return requireInUnion(type, names, state);
  return type.kind === "reference" || type.kind === "withRequired"
    ? requireInModel(type, names, state)
    : { type, declared: noNames };
}

const noNames: ReadonlySet<string> = new Set();

function requireInObject(
  type: InlineObjectType,
  names: readonly string[],
): Requirement {
  const wanted = new Set(names);
  const fields = type.fields.filter(
    (one) => wanted.has(one.name) && !isBareRequired(one),
  );
  const declared = new Set(fields.map(({ name }) => name));
  const optional = fields.filter(({ required }) => !required);
  if (optional.length === 0) return { type, declared };
  const required = optional.map(({ name }) => name);
  return {
    type: { ...type, fields: requireNamed(type.fields, required) },
    declared,
  };
}

function requireInModel(
  type: Extract<TypeExpr, { kind: "reference" | "withRequired" }>,
  names: readonly string[],
  state: RequiredState,
): Requirement {
  const found = names.map((name) => ({ name, ...state.find(type, name) }));
  const typed = found.filter(({ isTyped }) => isTyped);
  const declared = new Set(typed.map(({ name }) => name));
  const optional = typed.flatMap(({ name, isRequired }) =>
    isRequired ? [] : [name],
  );
  const untyped = names.filter((name) => !declared.has(name));
  const union =
    type.kind === "reference" && untyped.length > 0
      ? unionOf(type.model, state)
      : null;
  if (union !== null) {
    const within = requireInUnion(union, untyped, state);
    if (within.type !== union) return within;
    for (const name of within.declared) declared.add(name);
  }
  if (optional.length === 0) return { type, declared };
  const before = type.kind === "reference" ? [] : type.names;
  const model = type.kind === "reference" ? type : type.type;
  return {
    type: {
      kind: "withRequired",
      type: model,
      names: [...before, ...optional],
    },
    declared,
  };
}

/** The union that a model stands for; null if it is something else. */
function unionOf(name: string, { models }: RequiredState): UnionType | null {
  const model = models.get(name);
  return model?.kind === "alias" &&
    model.type.kind === "union" &&
    model.type.members.length <= mostMembers &&
    // A member that is a union itself could lead back here.
    model.type.members.every(
      (one) => one.kind !== "reference" || !isUnion(models.get(one.model)),
    )
    ? model.type
    : null;
}

function isUnion(model: Model | undefined): boolean {
  return model?.kind === "alias" && model.type.kind === "union";
}

function requireInUnion(
  type: UnionType,
  names: readonly string[],
  state: RequiredState,
): Requirement {
  const all = type.members.map((one) => requireIn(one, names, state));
  const isChanged = all.some((one, index) => one.type !== type.members[index]);
  const members = all.map((one) => one.type);
  return {
    type: isChanged ? { ...type, members } : type,
    declared: new Set(
      names.filter((name) => all.every((one) => one.declared.has(name))),
    ),
  };
}

/** The object without bare properties that other members declare. */
function withoutBare(
  type: TypeExpr,
  declared: ReadonlySet<string>,
): readonly TypeExpr[] {
  if (type.kind !== "object") return [type];
  const fields = type.fields.filter(
    (field) => !declared.has(field.name) || !isBareRequired(field),
  );
  if (fields.length === type.fields.length) return [type];
  const isEmpty =
    fields.length === 0 &&
    type.additional === null &&
    type.constraints === undefined;
  return isEmpty ? [] : [{ ...type, fields }];
}

/**
 * `{x?: T, y?: T} & ({x: unknown} | {y: unknown})` → `{x: T, y?: T} | {x?: T,
 * y: T}`: alternatives that only require properties are variants of the
 * object. Null if the object has types that each variant would declare again.
 */
function requiredVariants(members: readonly TypeExpr[]): TypeExpr | null {
  const object = members.find((one) => one.kind === "object");
  const union = members.find((one) => one.kind === "union");
  if (members.length !== 2 || object === undefined || union === undefined) {
    return null;
  }
  const declared = new Set(object.fields.map(({ name }) => name));
  const isPlain =
    object.fields.every(({ type }) => needsNoName(type)) &&
    (object.additional === null || needsNoName(object.additional));
  const all = union.members.map((one) =>
    one.kind === "object" &&
    one.additional === null &&
    one.constraints === undefined &&
    one.fields.every(
      (field) => isBareRequired(field) && declared.has(field.name),
    )
      ? one
      : null,
  );
  if (!isPlain || all.includes(null)) return null;
  const variants = all.map((one): TypeExpr => {
    const names = one?.fields.map(({ name }) => name) ?? [];
    const { title = null, pointer = object.pointer } = one ?? {};
    const fields = requireNamed(object.fields, names);
    return { ...object, title, pointer, fields };
  });
  return { ...union, members: variants };
}

/**
 * `{x?: T} & ({x: unknown} | …)` → `{x?: T} & ({x: T} | …)`: an optional
 * property may be undefined, and `unknown` does not exclude that.
 */
function fillUnion(
  union: UnionType,
  members: readonly TypeExpr[],
  { models }: RequiredState,
): UnionType {
  const isBare = union.members.some(
    (one) => one.kind === "object" && one.fields.some(isBareRequired),
  );
  if (!isBare) return union;
  const declared = new Map(
    members
      .filter((one) => one !== union)
      .flatMap((one) => declaredFields(one, models))
      .filter((field) => !isBareRequired(field) && needsNoName(field.type))
      .map((field) => [field.name, field]),
  );
  const fill = (field: Field): Field => {
    const typed = isBareRequired(field) ? declared.get(field.name) : undefined;
    if (typed === undefined) return field;
    const { type, nullable, readOnly, writeOnly } = typed;
    return { ...field, type, nullable, readOnly, writeOnly };
  };
  const filled = union.members.map((one) =>
    one.kind === "object" ? { ...one, fields: one.fields.map(fill) } : one,
  );
  return { ...union, members: filled };
}

function asObjectModel(model: Model): Model {
  if (model.kind === "object" || model.type.kind !== "object") return model;
  const { type, ...base } = model;
  const { fields, additional, constraints } = type;
  return {
    ...base,
    kind: "object",
    fields,
    additional,
    absent: [],
    ...(constraints !== undefined && { constraints }),
  };
}
