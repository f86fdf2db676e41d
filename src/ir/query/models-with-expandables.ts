// Which models contain an expandable, directly or in a nested model.

import { assertNever } from "../assert-never.js";
import type { Model } from "../model.js";
import type { TypeExpr } from "../type-expr.js";

/** The names of the models from which a path leads to an expandable. */
export function modelsWithExpandables(
  models: readonly Model[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const holders = new Map<string, string[]>();
  for (const { name, ...model } of models) {
    const types =
      model.kind === "alias"
        ? [model.type]
        : model.fields.map((field) => field.type);
    for (const type of types) {
      for (const part of nestedTypes(type)) {
        if (part === null) names.add(name);
        else holders.set(part, [...(holders.get(part) ?? []), name]);
      }
    }
  }
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    for (const holder of holders.get(name) ?? []) {
      if (names.has(holder)) continue;
      names.add(holder);
      pending.push(holder);
    }
  }
  return names;
}

/** The models nested in a value of `type`; null stands for an expandable. */
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
    case "map": // a path cannot contain an unknown key
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
