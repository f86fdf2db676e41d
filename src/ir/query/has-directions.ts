// Finds `readOnly` and `writeOnly` properties, which make the types of requests
// differ from those of responses.

import type { Model } from "../model.js";
import type { Field, TypeExpr } from "../type-expr.js";
import { mapType } from "../walk/map-type.js";

/** True if any model has a read-only or write-only property. */
export function hasDirections(models: readonly Model[]): boolean {
  return models.some(isDirected);
}

/** True if this model has such a property itself. */
export function isDirected(model: Model): boolean {
  if (model.kind === "alias") return hasDirectedField(model.type);
  return (
    model.fields.some(isDirectedField) ||
    (model.additional !== null && hasDirectedField(model.additional))
  );
}

function isDirectedField(field: Field): boolean {
  return field.readOnly || field.writeOnly || hasDirectedField(field.type);
}

/** True if an object within the type has such a property. */
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
