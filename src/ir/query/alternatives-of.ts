// A type → the object types that a value may have, with their properties
// listed: `A & (B | C)` → `A & B`, `A & C`.

import type { Model } from "../model.js";
import type {
  Field,
  InlineObjectType,
  ReferenceType,
  TypeExpr,
} from "../type-expr.js";
import {
  arrayKinds,
  bareObjectKinds,
  casesOf,
  matchType,
  scalarKinds,
  type TypeCases,
} from "../walk/match-type.js";
import { combineUnion } from "./combine-types.js";
import { requireNamed } from "./require-named.js";
import { structureOf } from "./structure-of.js";

type ObjectsByBranch = Pick<InlineObjectType, "additional" | "fields">;

/** One object type that a value may have. */
export interface Alternative {
  readonly parts: ObjectsByBranch;
  /** A reference to the model that equals this alternative; null if there is none. */
  readonly model: TypeExpr | null;
  /** Its name among the alternatives; null if it has none. */
  readonly title: string | null;
}

/** Unions in an intersection multiply; beyond this number the result is null. */
const mostAlternatives = 64;

/** A cache of the alternatives of aliases, by name. */
export type KnownAlternatives = Map<string, readonly Alternative[] | null>;

type Alternatives = readonly Alternative[] | null;

/** Passed down the recursion: the models, and the cache of aliases. */
interface AlternativesState {
  readonly models: ReadonlyMap<string, Model>;
  readonly known: KnownAlternatives;
}

/** Null if a value may be anything but a map or an object with listed properties. */
export function alternativesOf(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
  known: KnownAlternatives,
): Alternatives {
  return matchType(type, alternativeCases, { models, known });
}

const alternativeCases: TypeCases<Alternatives, AlternativesState> = {
  ...casesOf(
    [...scalarKinds, ...arrayKinds, ...(["nullable", "parameter"] as const)],
    () => null,
  ),
  generic: (type, { models, known }) =>
    alternativesOf(structureOf(type), models, known),
  ...casesOf(bareObjectKinds, () => [
    unnamed({ fields: [], additional: null }),
  ]),
  map: ({ values }) => [unnamed({ fields: [], additional: values })],
  object: (type) => [{ parts: type, model: null, title: type.title }],
  reference: (type, state) => alternativesOfModel(type, state),
  withRequired: ({ type, names }, { models, known }) =>
    alternativesOf(type, models, known)?.map(({ parts, title }) => ({
      parts: { ...parts, fields: requireNamed(parts.fields, names) },
      model: null,
      title,
    })) ?? null,
  union: ({ members }, { models, known }) => {
    const all = members.map((one) => alternativesOf(one, models, known));
    const found = all.filter((some) => some !== null);
    return found.length === all.length ? found.flat() : null;
  },
  intersection: ({ members }, { models, known }) =>
    multiply(members.map((one) => alternativesOf(one, models, known))),
};

function alternativesOfModel(
  type: ReferenceType,
  { models, known }: AlternativesState,
): Alternatives {
  const model = models.get(type.model);
  if (model === undefined) return null;
  if (model.kind === "object") {
    return [{ parts: model, model: type, title: model.name }];
  }
  const before = known.get(type.model);
  if (before !== undefined) return before;
  known.set(type.model, null); // ends the recursion of an alias that refers to itself
  const own = alternativesOf(model.type, models, known);
  known.set(type.model, own);
  return own;
}

function unnamed(parts: ObjectsByBranch): Alternative {
  return { parts, model: null, title: null };
}

/**
 * The alternatives of an intersection: one for each combination. Members that
 * are unions come last, because their properties are the more specific ones.
 */
function multiply(
  all: readonly (readonly Alternative[] | null)[],
): readonly Alternative[] | null {
  let combined: readonly (readonly Alternative[])[] = [[]];
  const known = all.filter((some) => some !== null);
  if (known.length < all.length) return null;
  const single = known.filter((some) => some.length === 1);
  const several = known.filter((some) => some.length !== 1);
  for (const some of [...single, ...several]) {
    combined = combined.flatMap((before) =>
      some.map((one) => [...before, one]),
    );
    if (combined.length > mostAlternatives) return null;
  }
  return combined.map((parts) => joinAlternatives(parts, several.length));
}

/**
 * Joins one alternative of each member. The last `chosen` of them come from
 * unions, and their titles name the result.
 */
function joinAlternatives(
  all: readonly Alternative[],
  chosen: number,
): Alternative {
  const titles = all.slice(all.length - chosen).map(({ title }) => title);
  const whole = all.find(
    (one) =>
      one.model !== null &&
      all.every((other) => other === one || isWithin(other.parts, one.parts)),
  );
  return {
    parts: joinParts(all.map(({ parts }) => parts)),
    model: whole?.model ?? null,
    title:
      titles.length > 0 && titles.every((title) => title !== null)
        ? titles.join(" ")
        : null,
  };
}

/** True if `whole` already implies everything that `part` states about properties. */
function isWithin(part: ObjectsByBranch, whole: ObjectsByBranch): boolean {
  const declaredByName = new Map(
    whole.fields.map((field) => [field.name, field]),
  );
  return (
    part.additional === null &&
    part.fields.every((field) => {
      const declared = declaredByName.get(field.name);
      return (
        declared !== undefined &&
        (declared.required || !field.required) &&
        (declared.present || !field.present) &&
        (!declared.nullable || field.nullable)
      );
    })
  );
}

/**
 * Merges properties. A later declaration overrides an earlier one; the result
 * is required if any declaration is, and nullable only if all are.
 */
function joinParts(all: readonly ObjectsByBranch[]): ObjectsByBranch {
  const fields = new Map<string, Field>();
  for (const field of all.flatMap((parts) => parts.fields)) {
    const before = fields.get(field.name);
    fields.set(
      field.name,
      before === undefined
        ? field
        : {
            ...field,
            description: field.description ?? before.description,
            required: field.required || before.required,
            present: field.present || before.present,
            nullable: field.nullable && before.nullable,
          },
    );
  }
  const others = all.flatMap(({ additional }) => additional ?? []);
  return {
    fields: [...fields.values()],
    additional: others.length === 0 ? null : combineUnion(others),
  };
}
