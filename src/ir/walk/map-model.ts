// One model → a copy with every type mapped; the same object if no type
// changes.

import type { Model } from "../model.js";
import {
  mapFields,
  mapOptional,
  mapType,
  type TypeMapper,
} from "./map-type.js";

export function mapModel<Kind extends Model>(
  model: Kind,
  mapper: TypeMapper,
): Kind {
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
