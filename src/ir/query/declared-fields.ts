// A type → the properties that it declares: its own, those of all members of
// an intersection, and those of a referenced model. Unions declare none.

import type { Model } from "../model.js";
import type { Field, TypeExpr } from "../type-expr.js";
import { requireNamed } from "./require-named.js";

/** A property appears twice if two members of an intersection declare it. */
export function declaredFields(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
  seen: ReadonlySet<string> = new Set(),
): readonly Field[] {
  switch (type.kind) {
    case "object":
      return type.fields;
    case "intersection":
      return type.members.flatMap((member) =>
        declaredFields(member, models, seen),
      );
    case "withRequired":
      return requireNamed(declaredFields(type.type, models, seen), type.names);
    case "reference": {
      const model = models.get(type.model);
      if (model === undefined || seen.has(type.model)) return [];
      return model.kind === "object"
        ? model.fields
        : declaredFields(model.type, models, new Set([...seen, type.model]));
    }
    default:
      return [];
  }
}
