// Intersections of objects → one object with the fields of all, for languages in which
// a type cannot be the sum of two others.

import { combineUnion } from "./combine-types.js";
import { mapType } from "./map-type.js";
import type { Model } from "./model.js";
import type { Field, InlineObjectType, TypeExpr } from "./type-expr.js";

type Parts = Pick<InlineObjectType, "additional" | "fields">;

/** `refuse` is called where something other than objects is to be two things at once. */
export function mergeObjects(
  models: readonly Model[],
  refuse: (pointer: string) => void,
): readonly Model[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  const mergeType = (type: TypeExpr, pointer: string): TypeExpr =>
    mapType(type, (one) => {
      if (one.kind !== "intersection" && one.kind !== "requiring") return one;
      const parts = partsOf(one, byName, new Set());
      if (parts !== null) {
        const unnamed = { pointer, description: null, title: null };
        return { kind: "object", ...parts, ...unnamed };
      }
      refuse(pointer);
      return { kind: "anyValue" };
    });
  const mergeField = (field: Field): Field => ({
    ...field,
    type: mergeType(field.type, field.pointer),
  });
  return models.map((model): Model => {
    if (model.kind === "object") {
      const { additional, pointer } = model;
      return {
        ...model,
        fields: model.fields.map(mergeField),
        additional: additional && mergeType(additional, pointer),
      };
    }
    const type = mergeType(model.type, model.pointer);
    return type.kind === "object"
      ? { ...model, ...partsOfObject(type), kind: "object", absent: [] }
      : { ...model, type };
  });
}

function partsOfObject({ fields, additional }: InlineObjectType): Parts {
  return { fields, additional };
}

/** Null where `type` is not an object that lists its properties, or a map. */
function partsOf(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
  seen: ReadonlySet<string>,
): Parts | null {
  switch (type.kind) {
    case "object":
      return type;
    case "reference": {
      const model = models.get(type.model);
      if (model === undefined || seen.has(type.model)) return null;
      return model.kind === "object"
        ? model
        : partsOf(model.type, models, new Set([...seen, type.model]));
    }
    case "requiring": {
      const parts = partsOf(type.type, models, seen);
      const required = new Set(type.names);
      return (
        parts && {
          ...parts,
          fields: parts.fields.map((field) =>
            required.has(field.name)
              ? { ...field, required: true, present: true }
              : field,
          ),
        }
      );
    }
    case "intersection": {
      const all = type.members.map((one) => partsOf(one, models, seen));
      const known = all.filter((parts) => parts !== null);
      return known.length === all.length ? join(known) : null;
    }
    case "emptyObject":
    case "opaqueObject":
      return { fields: [], additional: null };
    case "map":
      return { fields: [], additional: type.values };
    default:
      return null;
  }
}

/** What stands later says more exactly what a property is; what any of them requires is required. */
function join(all: readonly Parts[]): Parts {
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
