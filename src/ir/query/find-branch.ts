// A value → the member of a union that it is of, as far as marks and kinds of values
// tell.

import { assertNever } from "../assert-never.js";
import { isJsonObject, type JsonValue, ownValue } from "../json-value.js";
import type { Model } from "../model.js";
import type { TypeExpr } from "../type-expr.js";
import { type Discriminants, discriminantsOf } from "./discriminants-of.js";
import { asJson } from "./literal-values-of.js";

/** Null where it is of none of them. */
export function findBranch(
  members: readonly TypeExpr[],
  value: JsonValue,
  models: ReadonlyMap<string, Model>,
): TypeExpr | null {
  const marks = discriminantsOf(members, models);
  // What has more marks says more: `deleted_customer` comes before `customer`.
  const order = members
    .map((member, index) => ({ member, marks: marks[index] ?? new Map() }))
    .sort((a, b) => b.marks.size - a.marks.size);
  const fitting = order.find(
    (one) => isOfKind(one.member, value, models) && agrees(value, one.marks),
  );
  return fitting?.member ?? null;
}

function agrees(value: JsonValue, marks: Discriminants): boolean {
  return [...marks].every(([name, values]) => {
    const own = ownValue(value, name);
    return values.some((one) => one === own);
  });
}

/** Whether JSON has it as the same kind of value: object, array, string … */
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
      // An alias that refers to itself does so within an array or an object.
      return model?.kind === "alias"
        ? isOfKind(model.type, value, models)
        : isJsonObject(value);
    }
    default:
      return assertNever(type);
  }
}
