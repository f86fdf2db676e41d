// Sorts the properties of all objects in byte order of their names, so that
// results do not depend on the order of keys in the document.

import { sortedByBytes } from "../ir/compare-bytes.js";
import type { Model } from "../ir/model.js";
import type { Field, TypeExpr } from "../ir/type-expr.js";
import { mapModel } from "../ir/walk/map-model.js";

/** Includes the objects nested in types. */
export function sortFields(models: readonly Model[]): readonly Model[] {
  return models.map((found) => {
    const model = mapModel(found, sortType);
    return model.kind === "object"
      ? { ...model, fields: byName(model.fields) }
      : model;
  });
}

function sortType(type: TypeExpr): TypeExpr {
  return type.kind === "object"
    ? { ...type, fields: byName(type.fields) }
    : type;
}

function byName(fields: readonly Field[]): readonly Field[] {
  return sortedByBytes(fields, ({ name }) => name);
}
