// `A & Required<Pick<A, x>>`, as it was read, → what A makes of it: it may have no
// `x`, or always have it.

import { declaredFields } from "./declared-fields.js";
import { mapModel } from "./map-model.js";
import type { Model } from "./model.js";
import type { TypeExpr } from "./type-expr.js";

/** A function that settles the types of anything that names these models. */
export function createRequiredSettler(
  models: readonly Model[],
): (type: TypeExpr) => TypeExpr {
  const byName = new Map(models.map((model) => [model.name, model]));
  return (type) => {
    if (type.kind !== "requiring") return type;
    const fields = declaredFields(type.type, byName);
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
