// The models that a value contains in place, for languages with value types.
// Lists, maps, ids and unions are stored elsewhere, so they do not count.

import { assertNever } from "../assert-never.js";
import type { Model } from "../model.js";
import type { TypeExpr } from "../type-expr.js";

/** A model occurs once for each property that embeds it. */
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
