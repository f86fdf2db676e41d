// A base schema with a discriminator's mapping → also the union of all schemas
// that extend it (`AnyPet`), which a check of the property narrows. A union
// that has a schema and one that extends it → the former with its own value
// only, so that a value belongs to one of the two.

import { sortedByBytes } from "../ir/compare-bytes.js";
import type { Discriminator } from "../ir/discriminator.js";
import type { AliasModel, Model, ModelSet } from "../ir/model.js";
import {
  type AllowedValues,
  createAllowedValues,
  readAllowed,
} from "../ir/query/allowed-values.js";
import {
  type Discriminated,
  discriminantValues,
  variantsOf,
} from "../ir/query/discriminant-values.js";
import { freeName } from "../ir/query/free-name.js";
import { descendantsOf } from "../ir/query/model-descendants.js";
import type { ReferenceType, TypeExpr, UnionType } from "../ir/type-expr.js";
import { mapModelSet } from "../ir/walk/map-model-set.js";
import {
  discriminantField,
  emptyInlineObject,
} from "./apply-discriminators.js";

interface VariantState extends Discriminated {
  readonly models: ReadonlyMap<string, Model>;
  readonly allowedIn: (type: TypeExpr, property: string) => AllowedValues;
}

/** The limit on members of a union of variants. */
const mostVariants = 1000;

/** Models that too many others extend are reported by an earlier pass. */
export function declareVariants(modelSet: ModelSet): ModelSet {
  const { discriminators } = modelSet;
  if (discriminators.length === 0) return modelSet;
  const models = new Map(modelSet.models.map((model) => [model.name, model]));
  const state: VariantState = {
    ...discriminantValues(discriminators, models, () => {}),
    models,
    allowedIn: createAllowedValues(models),
  };
  const narrowed = mapModelSet(modelSet, (type) =>
    type.kind === "union" ? narrowUnion(type, state) : type,
  );
  const names = new Set(models.keys());
  const labels = new Set(modelSet.models.map(({ label }) => foldLabel(label)));
  const variants = discriminators.flatMap((one): Model[] => {
    const parent = one.branches === null ? models.get(one.parent ?? "") : null;
    if (!parent || one.mapping.every(({ isOwn }) => isOwn)) return [];
    const label = `any_${parent.label}`;
    // The document has a schema of that name, or two discriminators a base.
    if (labels.has(foldLabel(label))) return [];
    const type = variantsOfBase(parent.name, one, state);
    if (type === null) return [];
    const name = freeName(`${parent.name} (any)`, names);
    names.add(name);
    labels.add(foldLabel(label));
    return [unionModel(parent, name, label, type)];
  });
  return { ...narrowed, models: [...narrowed.models, ...variants] };
}

/** Two labels that are equal so have the same name in generated code. */
function foldLabel(label: string): string {
  return label.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

function unionModel(
  parent: Model,
  name: string,
  label: string,
  type: TypeExpr,
): AliasModel {
  return {
    ...{ kind: "alias", name, label, type },
    origin: { kind: "variants", of: parent.name },
    pointer: parent.pointer,
    description: parent.description,
    deprecated: parent.deprecated,
  };
}

/** The base itself is a variant if some value means it. Null if none extends it. */
function variantsOfBase(
  base: string,
  { property, mapping }: Discriminator,
  state: VariantState,
): TypeExpr | null {
  const descendants = [...variantsOf(base, mapping, state.children)].filter(
    (name) => state.own.get(name)?.has(property),
  );
  const [first] = descendants;
  if (first === undefined || descendants.length > mostVariants) return null;
  const isOwn = state.own.get(base)?.has(property) === true;
  const names = sortedByBytes(
    isOwn ? [base, ...descendants] : descendants,
    (name) => name,
  );
  const members = names.map(
    (model): ReferenceType => ({ kind: "reference", model }),
  );
  const [only] = members;
  return only !== undefined && members.length === 1
    ? only
    : narrowUnion({ kind: "union", members }, state);
}

function narrowUnion(union: UnionType, state: VariantState): UnionType {
  const names = new Set(
    union.members.flatMap((one) =>
      one.kind === "reference" ? [one.model] : [],
    ),
  );
  const members = union.members.map((one) =>
    one.kind === "reference" && state.own.has(one.model)
      ? narrowMember(one, names, state)
      : one,
  );
  return members.every((one, index) => one === union.members[index])
    ? union
    : { ...union, members };
}

/** `Yacht` beside `Racer`, which extends it → `Yacht & {type: "Yacht"}`. */
function narrowMember(
  member: ReferenceType,
  others: ReadonlySet<string>,
  { own, children, models, allowedIn }: VariantState,
): TypeExpr {
  const isExtended = [...descendantsOf(member.model, children)].some((name) =>
    others.has(name),
  );
  if (!isExtended) return member;
  const pointer = models.get(member.model)?.pointer ?? "";
  const fields = [...(own.get(member.model) ?? [])].flatMap(
    ([property, some]) => {
      const texts = sortedByBytes([...some], (one) => one);
      const values = readAllowed(texts, allowedIn(member, property));
      return values === null
        ? []
        : [discriminantField(property, pointer, values)];
    },
  );
  return fields.length === 0
    ? member
    : {
        kind: "intersection",
        members: [member, { ...emptyInlineObject(pointer), fields }],
      };
}
