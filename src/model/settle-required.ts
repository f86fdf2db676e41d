// `A & Required<Pick<A, x>>`, as it was read, → what A makes of it: it may have no
// `x`, or always have it.

import { mapModel } from "./map-model.js";
import type { Model } from "./model.js";
import { requireNamed } from "./require-named.js";
import type { Field, TypeExpr } from "./type-expr.js";

/** A function that settles the types of anything that names these models. */
export function createRequiredSettler(
  models: readonly Model[],
): (type: TypeExpr) => TypeExpr {
  const byName = new Map(models.map((model) => [model.name, model]));
  return (type) => {
    if (type.kind !== "requiring") return type;
    const fields = fieldsOf(type.type, byName, new Set());
    const names = type.names.filter((name) => {
      const declared = fields.filter((field) => field.name === name);
      return declared.length > 0 && declared.every(({ required }) => !required);
    });
    return names.length === 0 ? type.type : { ...type, names };
  };
}

export function settleRequired(models: readonly Model[]): readonly Model[] {
  const settle = createRequiredSettler(models);
  return models.map((model) => mapModel(model, settle));
}

/** The properties that a value of the type surely has a place for. */
function fieldsOf(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
  seen: ReadonlySet<string>,
): readonly Field[] {
  switch (type.kind) {
    case "object":
      return type.fields;
    case "intersection":
      return type.members.flatMap((member) => fieldsOf(member, models, seen));
    case "requiring":
      return requireNamed(fieldsOf(type.type, models, seen), type.names);
    case "reference": {
      const model = models.get(type.model);
      if (model === undefined || seen.has(type.model)) return [];
      return model.kind === "object"
        ? model.fields
        : fieldsOf(model.type, models, new Set([...seen, type.model]));
    }
    default:
      return [];
  }
}
