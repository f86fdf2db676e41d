// One type → another, each of its parts put through a function, innermost first.

import { assertNever } from "./assert-never.js";
import type { Field, InlineObjectType, TypeExpr } from "./type-expr.js";

export type TypeMapper = (type: TypeExpr) => TypeExpr;

export function mapType(type: TypeExpr, mapper: TypeMapper): TypeExpr {
  return mapper(mapParts(type, mapper));
}

export function mapFields(
  fields: readonly Field[],
  mapper: TypeMapper,
): readonly Field[] {
  return fields.map((field) => {
    const type = mapType(field.type, mapper);
    return type.kind === "nullable"
      ? { ...field, nullable: true, type: type.type }
      : { ...field, type };
  });
}

function mapParts(type: TypeExpr, mapper: TypeMapper): TypeExpr {
  const map = (part: TypeExpr) => mapType(part, mapper);
  switch (type.kind) {
    case "array":
    case "list":
      return { ...type, items: map(type.items) };
    case "map":
      return {
        ...type,
        keys: type.keys === null ? null : map(type.keys),
        values: map(type.values),
      };
    case "nullable":
    case "emptyable":
    case "expandable":
      return { ...type, type: map(type.type) };
    case "union":
    case "intersection":
      return { ...type, members: type.members.map(map) };
    case "tuple":
      return {
        ...type,
        items: type.items.map(map),
        rest: type.rest === null ? null : map(type.rest),
      };
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
    case "opaqueObject":
    case "reference":
    case "requiring":
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
  const { additional } = type;
  return {
    ...type,
    fields: mapFields(type.fields, mapper),
    additional: additional === null ? null : mapType(additional, mapper),
  };
}
