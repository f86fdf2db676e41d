// A type that specifies only its JSON type → that JSON type.

import { assertNever } from "../assert-never.js";
import type { TypeExpr } from "../type-expr.js";
import { allTypes, type JsonTypes } from "./json-types.js";

/**
 * The JSON types of a type that says nothing else: `string` without format and
 * constraints, any object. Null for every other type.
 */
export function bareTypesOf(type: TypeExpr): JsonTypes | null {
  if ("constraints" in type && type.constraints !== undefined) return null;
  switch (type.kind) {
    case "anyValue":
      return allTypes;
    case "boolean":
    case "null":
      return new Set([type.kind]);
    case "emptyObject":
    case "unknownObject":
      return new Set(["object"]);
    case "string":
      return type.format === null ? new Set(["string"]) : null;
    case "number":
      if (type.format !== null) return null;
      return new Set(type.integer ? ["integer"] : ["fraction", "integer"]);
    case "array":
      return type.items.kind === "anyValue" ? new Set(["array"]) : null;
    case "nullable": {
      const inner = bareTypesOf(type.type);
      return inner === null ? null : new Set([...inner, "null" as const]);
    }
    case "union": {
      const all = type.members.map(bareTypesOf);
      return all.includes(null)
        ? null
        : new Set(all.flatMap((types) => [...(types ?? [])]));
    }
    case "enum":
    case "generic":
    case "intersection":
    case "literal":
    case "map":
    case "noValue":
    case "object":
    case "parameter":
    case "reference":
    case "tuple":
    case "withRequired":
      return null;
    default:
      return assertNever(type);
  }
}
