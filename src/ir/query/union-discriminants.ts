// Which enums tell the members of a union apart. They stay closed: a value that
// the document does not list could be of any member, and no check would narrow.

import type { Model, ObjectModel } from "../model.js";
import type { TypeExpr, UnionType } from "../type-expr.js";
import { mapFields, mapType } from "../walk/map-type.js";
import { distinctDiscriminants } from "./discriminants-of.js";
import { literalValuesOf } from "./literal-values-of.js";

/** Each as `SCHEMA.PROPERTY`; of objects that have no schema of their own, none. */
export function unionDiscriminants(
  models: readonly Model[],
): ReadonlySet<string> {
  const objects = new Map(
    models.flatMap((model) =>
      model.kind === "object" ? [[model.name, model] as const] : [],
    ),
  );
  const found = new Set<string>();
  const visited = new Set<string>();
  const visit = (type: TypeExpr): TypeExpr => {
    if (type.kind !== "union") return type;
    const members = membersOf(type, objects);
    const key = members.map(({ name }) => JSON.stringify(name)).join();
    if (visited.has(key)) return type;
    visited.add(key);
    for (const tag of discriminantsIn(members)) {
      for (const member of members) {
        if (fieldTypeOf(member, tag)?.kind !== "enum") continue;
        found.add(`${member.name}.${tag}`);
      }
    }
    return type;
  };
  for (const model of models) {
    if (model.kind === "alias") mapType(model.type, visit);
    else mapFields(model.fields, visit);
  }
  return found;
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

/** The properties by which each of at least two members is known. */
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
