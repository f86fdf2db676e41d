// One type → another, each of its parts put through a function, innermost first.
// What has no part that changes is kept as it is, and not copied.

import { assertNever } from "../assert-never.js";
import type { Field, InlineObjectType, TypeExpr } from "../type-expr.js";
import { mapKept } from "./map-kept.js";

export type TypeMapper = (type: TypeExpr) => TypeExpr;

export function mapType(type: TypeExpr, mapper: TypeMapper): TypeExpr {
  return mapper(mapParts(type, mapper));
}

export function mapFields(
  fields: readonly Field[],
  mapper: TypeMapper,
): readonly Field[] {
  return mapKept(fields, (field) => {
    const type = mapType(field.type, mapper);
    if (type === field.type && type.kind !== "nullable") return field;
    return type.kind === "nullable"
      ? { ...field, nullable: true, type: type.type }
      : { ...field, type };
  });
}

/** Of a part that may be absent. */
export function mapOptional(
  type: TypeExpr | null,
  mapper: TypeMapper,
): TypeExpr | null {
  return type === null ? null : mapType(type, mapper);
}

function mapParts(type: TypeExpr, mapper: TypeMapper): TypeExpr {
  switch (type.kind) {
    case "array":
    case "list": {
      const items = mapType(type.items, mapper);
      return items === type.items ? type : { ...type, items };
    }
    case "map": {
      const keys = mapOptional(type.keys, mapper);
      const values = mapType(type.values, mapper);
      return keys === type.keys && values === type.values
        ? type
        : { ...type, keys, values };
    }
    case "nullable":
    case "emptyable":
    case "expandable": {
      const part = mapType(type.type, mapper);
      return part === type.type ? type : { ...type, type: part };
    }
    case "union":
    case "intersection": {
      const members = mapKept(type.members, (one) => mapType(one, mapper));
      return members === type.members ? type : { ...type, members };
    }
    case "tuple": {
      const items = mapKept(type.items, (one) => mapType(one, mapper));
      const rest = mapOptional(type.rest, mapper);
      return items === type.items && rest === type.rest
        ? type
        : { ...type, items, rest };
    }
    case "object":
      return mapObject(type, mapper);
    case "anyValue":
    case "boolean":
    case "emptyObject":
    case "enum":
    case "literal":
    case "noValue":
    case "null":
    case "number":
    case "unknownObject":
    case "reference":
    case "withRequired":
    case "string":
      return type;
    default:
      return assertNever(type);
  }
}

function mapObject(
  type: InlineObjectType,
  mapper: TypeMapper,
): InlineObjectType {
  const fields = mapFields(type.fields, mapper);
  const additional = mapOptional(type.additional, mapper);
  return fields === type.fields && additional === type.additional
    ? type
    : { ...type, fields, additional };
}
