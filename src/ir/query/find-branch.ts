// A value → the member of a union that it belongs to, judged by discriminants
// and by the JSON type of the value.

import { assertNever } from "../assert-never.js";
import { isJsonObject, type JsonValue, ownValue } from "../json-value.js";
import type { Model } from "../model.js";
import type { TypeExpr } from "../type-expr.js";
import { type Discriminants, discriminantsOf } from "./discriminants-of.js";
import { asJson } from "./literal-values-of.js";

/** Null if the value belongs to no member. */
export function findBranch(
  members: readonly TypeExpr[],
  value: JsonValue,
  models: ReadonlyMap<string, Model>,
): TypeExpr | null {
  const discriminants = discriminantsOf(members, models);
  // The member with the most discriminants comes first: `deleted_customer`
  // before `customer`.
  const order = members
    .map((member, index) => ({
      member,
      own: discriminants[index] ?? new Map(),
    }))
    .sort((a, b) => b.own.size - a.own.size);
  const fitting = order.find(
    (one) => isOfKind(one.member, value, models) && agrees(value, one.own),
  );
  return fitting?.member ?? null;
}

function agrees(value: JsonValue, discriminants: Discriminants): boolean {
  return [...discriminants].every(([name, values]) => {
    const actual = ownValue(value, name);
    return values.some((one) => one === actual);
  });
}

/** True if the type's JSON type (object, array, string, …) fits the value. */
function isOfKind(
  type: TypeExpr,
  value: JsonValue,
  models: ReadonlyMap<string, Model>,
): boolean {
  switch (type.kind) {
    case "anyValue":
      return true;
    case "noValue":
      return false;
    case "null":
      return value === null;
    case "boolean":
    case "number":
    case "string":
      return typeof value === type.kind;
    case "literal":
      return value === asJson(type.value);
    case "enum":
      return type.values.some((one) => asJson(one) === value);
    case "array":
    case "tuple":
      return Array.isArray(value);
    case "emptyObject":
    case "intersection":
    case "list":
    case "map":
    case "object":
    case "unknownObject":
    case "withRequired":
      return isJsonObject(value);
    case "nullable":
      return value === null || isOfKind(type.type, value, models);
    case "emptyable":
      return value === "" || isOfKind(type.type, value, models);
    case "expandable":
      return typeof value === "string" || isJsonObject(value);
    case "union":
      return type.members.some((one) => isOfKind(one, value, models));
    case "reference": {
      const model = models.get(type.model);
      // A recursive alias references itself only within an array or an object,
      // so that this terminates.
      return model?.kind === "alias"
        ? isOfKind(model.type, value, models)
        : isJsonObject(value);
    }
    default:
      return assertNever(type);
  }
}
