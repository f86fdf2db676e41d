// `readOnly` and `writeOnly`: whether what is sent may differ from what is received.

import type { Model } from "../model.js";
import type { Field, TypeExpr } from "../type-expr.js";
import { mapType } from "../walk/map-type.js";

/** Whether any property is only read or only written, so that the two may differ. */
export function hasDirections(models: readonly Model[]): boolean {
  return models.some(isDirected);
}

export function isDirected(model: Model): boolean {
  return model.kind === "object"
    ? model.fields.some(isDirectedField)
    : hasDirectedField(model.type);
}

function isDirectedField(field: Field): boolean {
  return field.readOnly || field.writeOnly || hasDirectedField(field.type);
}

export function hasDirectedField(type: TypeExpr): boolean {
  let found = false;
  mapType(type, (part) => {
    if (part.kind === "object") {
      found ||= part.fields.some((one) => one.readOnly || one.writeOnly);
    }
    return part;
  });
  return found;
}
