// One type → a copy with every nested type mapped, innermost first; the same
// object if nothing changes.

import type { Field, TypeExpr } from "../type-expr.js";
import { mapKept } from "./map-kept.js";
import { casesOf, leafKinds, matchType, type TypeCases } from "./match-type.js";

export type TypeMapper = (type: TypeExpr) => TypeExpr;

export function mapType(type: TypeExpr, mapper: TypeMapper): TypeExpr {
  const parts: PartsMapper = {
    part: (one) => mapType(one, mapper),
    fields: (fields) => mapFields(fields, mapper),
  };
  return mapper(mapParts(type, parts));
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

/** Maps a type; null stays null. */
export function mapOptional(
  type: TypeExpr | null,
  mapper: TypeMapper,
): TypeExpr | null {
  return type === null ? null : mapType(type, mapper);
}

/** Maps the direct children of a type. Fields are mapped as a list, so that some can be removed. */
export interface PartsMapper {
  readonly part: TypeMapper;
  readonly fields: (fields: readonly Field[]) => readonly Field[];
}

/** Maps the direct children of a type; returns the same type if none changes. */
export function mapParts(type: TypeExpr, mapper: PartsMapper): TypeExpr {
  return matchType(type, partCases, mapper);
}

const orNone = (
  type: TypeExpr | null,
  { part }: PartsMapper,
): TypeExpr | null => (type === null ? null : part(type));

const partCases: TypeCases<TypeExpr, PartsMapper> = {
  ...casesOf(leafKinds, (type: TypeExpr) => type),
  // Its properties belong to the referenced model, which is mapped by itself.
  withRequired: (type) => type,
  array(type, { part }) {
    const items = part(type.items);
    return items === type.items ? type : { ...type, items };
  },
  map(type, mapper) {
    const keys = orNone(type.keys, mapper);
    const values = mapper.part(type.values);
    return keys === type.keys && values === type.values
      ? type
      : { ...type, keys, values };
  },
  nullable(type, { part }) {
    const inner = part(type.type);
    return inner === type.type ? type : { ...type, type: inner };
  },
  union(type, { part }) {
    const members = mapKept(type.members, part);
    return members === type.members ? type : { ...type, members };
  },
  intersection(type, { part }) {
    const members = mapKept(type.members, part);
    return members === type.members ? type : { ...type, members };
  },
  tuple(type, mapper) {
    const items = mapKept(type.items, mapper.part);
    const rest = orNone(type.rest, mapper);
    return items === type.items && rest === type.rest
      ? type
      : { ...type, items, rest };
  },
  object(type, mapper) {
    const fields = mapper.fields(type.fields);
    const additional = orNone(type.additional, mapper);
    return fields === type.fields && additional === type.additional
      ? type
      : { ...type, fields, additional };
  },
  generic(type, { part }) {
    const args = mapKept(type.args, part);
    return args === type.args ? type : { ...type, args };
  },
};
