// The models that a value of a type has within itself: not by way of a list, a map, an
// id or a union, each of which a language keeps elsewhere than in the value.

import { assertNever } from "../assert-never.js";
import type { Model } from "../model.js";
import type { TypeExpr } from "../type-expr.js";

export function modelsHeldBy(model: Model): string[] {
  return model.kind === "alias"
    ? heldInPlace(model.type)
    : model.fields.flatMap(({ type }) => heldInPlace(type));
}

function heldInPlace(type: TypeExpr): string[] {
  switch (type.kind) {
    case "reference":
      return [type.model];
    case "nullable":
    case "requiring":
      return heldInPlace(type.type);
    case "intersection":
      return type.members.flatMap(heldInPlace);
    case "tuple":
      return type.items.flatMap(heldInPlace);
    case "object":
      return type.fields.flatMap((field) => heldInPlace(field.type));
    case "anyValue":
    case "array":
    case "boolean":
    case "emptyObject":
    case "emptyable":
    case "enum":
    case "expandable":
    case "list":
    case "literal":
    case "map":
    case "noValue":
    case "null":
    case "number":
    case "opaqueObject":
    case "string":
    case "union":
      return [];
    default:
      return assertNever(type);
  }
}
