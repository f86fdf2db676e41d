// One model → another, each type in it put through a function.

import { mapFields, mapType, type TypeMapper } from "./map-type.js";
import type { Model } from "./model.js";

export function mapModel<One extends Model>(
  model: One,
  mapper: TypeMapper,
): One {
  if (model.kind === "alias") {
    return { ...model, type: mapType(model.type, mapper) };
  }
  const { additional } = model;
  return {
    ...model,
    fields: mapFields(model.fields, mapper),
    additional: additional === null ? null : mapType(additional, mapper),
  };
}
