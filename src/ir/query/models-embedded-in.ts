// The models that a value of a type has within itself: not by way of a list, a map, an
// id or a union, each of which a language keeps elsewhere than in the value.

import { assertNever } from "../assert-never.js";
import type { Model } from "../model.js";
import type { TypeExpr } from "../type-expr.js";

export function modelsEmbeddedIn(model: Model): string[] {
  return model.kind === "alias"
    ? embeddedIn(model.type)
    : model.fields.flatMap(({ type }) => embeddedIn(type));
}

function embeddedIn(type: TypeExpr): string[] {
  switch (type.kind) {
    case "reference":
      return [type.model];
    case "nullable":
    case "withRequired":
      return embeddedIn(type.type);
    case "intersection":
      return type.members.flatMap(embeddedIn);
    case "tuple":
      return type.items.flatMap(embeddedIn);
    case "object":
      return type.fields.flatMap((field) => embeddedIn(field.type));
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
    case "unknownObject":
    case "string":
    case "union":
      return [];
    default:
      return assertNever(type);
  }
}
