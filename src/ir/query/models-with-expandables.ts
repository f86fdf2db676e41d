// Which models hold an expandable, themselves or in an object within them.

import { assertNever } from "../assert-never.js";
import type { Model } from "../model.js";
import type { TypeExpr } from "../type-expr.js";

/** The names of the models from which some path leads to an expandable. */
export function modelsWithExpandables(
  models: readonly Model[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const holders = new Map<string, string[]>();
  for (const { name, ...model } of models) {
    const types =
      model.kind === "alias"
        ? [model.type]
        : model.fields.map((field) => field.type);
    for (const type of types) {
      for (const part of nestedTypes(type)) {
        if (part === null) found.add(name);
        else holders.set(part, [...(holders.get(part) ?? []), name]);
      }
    }
  }
  const pending = [...found];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    for (const holder of holders.get(name) ?? []) {
      if (found.has(holder)) continue;
      found.add(holder);
      pending.push(holder);
    }
  }
  return found;
}

/** The models that are part of a value of `type`; null for an expandable. */
function nestedTypes(type: TypeExpr): readonly (string | null)[] {
  switch (type.kind) {
    case "expandable":
      return [null];
    case "reference":
      return [type.model];
    case "array":
    case "list":
      return nestedTypes(type.items);
    case "nullable":
    case "emptyable":
    case "withRequired":
      return nestedTypes(type.type);
    case "union":
    case "intersection":
      return type.members.flatMap(nestedTypes);
    case "tuple":
      return type.items.flatMap(nestedTypes);
    case "object":
      return type.fields.flatMap((field) => nestedTypes(field.type));
    case "anyValue":
    case "boolean":
    case "emptyObject":
    case "enum":
    case "literal":
    case "map": // no path leads through a key that is not known
    case "noValue":
    case "null":
    case "number":
    case "unknownObject":
    case "string":
      return [];
    default:
      return assertNever(type);
  }
}
