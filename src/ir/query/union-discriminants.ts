// The enums that discriminate the members of a union. They stay closed: an
// unknown value could belong to any member, so that no check of the property
// would narrow the union.

import type { ModelSet, ObjectModel } from "../model.js";
import type { TypeExpr, UnionType } from "../type-expr.js";
import { mapModelSet } from "../walk/map-model-set.js";
import { distinctDiscriminants } from "./discriminants-of.js";
import { literalValuesOf } from "./literal-values-of.js";

/**
 * Returns `SCHEMA.PROPERTY` for each such enum. Objects without a named schema
 * are skipped.
 */
export function unionDiscriminants(modelSet: ModelSet): ReadonlySet<string> {
  const objects = new Map(
    modelSet.models.flatMap((model) =>
      model.kind === "object" ? [[model.name, model] as const] : [],
    ),
  );
  const enums = new Set<string>();
  const visited = new Set<string>();
  const visit = (type: TypeExpr): TypeExpr => {
    if (type.kind !== "union") return type;
    const members = membersOf(type, objects);
    const key = members.map(({ name }) => JSON.stringify(name)).join();
    if (visited.has(key)) return type;
    visited.add(key);
    for (const discriminant of discriminantsIn(members)) {
      for (const member of members) {
        if (fieldTypeOf(member, discriminant)?.kind !== "enum") continue;
        enums.add(`${member.name}.${discriminant}`);
      }
    }
    return type;
  };
  mapModelSet(modelSet, visit);
  return enums;
}

function membersOf(
  { members }: UnionType,
  objects: ReadonlyMap<string, ObjectModel>,
): readonly ObjectModel[] {
  return members.flatMap((member) => {
    const object =
      member.kind === "reference" ? objects.get(member.model) : undefined;
    return object === undefined ? [] : [object];
  });
}

/** The properties that discriminate at least two members. */
function discriminantsIn(members: readonly ObjectModel[]): ReadonlySet<string> {
  if (members.length < 2) return new Set();
  return distinctDiscriminants(
    members.map(
      ({ fields }) =>
        new Map(
          fields.flatMap(({ name, type }) => {
            const values = literalValuesOf(type);
            return values.length === 0 ? [] : [[name, values] as const];
          }),
        ),
    ),
  );
}

function fieldTypeOf(model: ObjectModel, name: string): TypeExpr | undefined {
  return model.fields.find((field) => field.name === name)?.type;
}
