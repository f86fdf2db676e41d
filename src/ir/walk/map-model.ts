// One model → another, each type in it put through a function; the same model where
// none of them changes.

import type { Model } from "../model.js";
import {
  mapFields,
  mapOptional,
  mapType,
  type TypeMapper,
} from "./map-type.js";

export function mapModel<One extends Model>(
  model: One,
  mapper: TypeMapper,
): One {
  if (model.kind === "alias") {
    const type = mapType(model.type, mapper);
    return type === model.type ? model : { ...model, type };
  }
  const fields = mapFields(model.fields, mapper);
  const additional = mapOptional(model.additional, mapper);
  return fields === model.fields && additional === model.additional
    ? model
    : { ...model, fields, additional };
}
