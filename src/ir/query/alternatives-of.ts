// What a type may be, as objects that list their properties: `A & (B | C)` → `A & B`, `A & C`.

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

export interface Alternative {
  readonly parts: ObjectsByBranch;
  /** The model that is just this, if there is one. */
  readonly model: TypeExpr | null;
  /** What to call it among the others; null if it has no name. */
  readonly title: string | null;
}

/** With each union in an intersection they multiply; nobody tells more of them apart. */
const mostAlternatives = 64;

/** Of aliases, by name: what a chain of them is, is put together once for each. */
export type KnownAlternatives = Map<string, readonly Alternative[] | null>;

type Alternatives = readonly Alternative[] | null;

/** What is passed down: the models, and the aliases that are done. */
interface AlternativesState {
  readonly models: ReadonlyMap<string, Model>;
  readonly known: KnownAlternatives;
}

/** Null where it may be something other than an object that lists its properties, or a map. */
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
  known.set(type.model, null); // where it leads back to itself it is nothing
  const own = alternativesOf(model.type, models, known);
  known.set(type.model, own);
  return own;
}

function unnamed(parts: ObjectsByBranch): Alternative {
  return { parts, model: null, title: null };
}

/** One of each; what there is to choose from stands last, as it says more exactly what is meant. */
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

/** The last ones are those that were chosen, and name the whole. */
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

/** Whether a part says nothing of which properties there are that the whole does not say. */
function isWithin(part: ObjectsByBranch, whole: ObjectsByBranch): boolean {
  const known = new Map(whole.fields.map((field) => [field.name, field]));
  return (
    part.additional === null &&
    part.fields.every((field) => {
      const own = known.get(field.name);
      return (
        own !== undefined &&
        (own.required || !field.required) &&
        (own.present || !field.present) &&
        (!own.nullable || field.nullable)
      );
    })
  );
}

/** What stands later says more exactly what a property is; what any of them requires is required. */
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
