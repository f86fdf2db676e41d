// Which properties of an object have one fixed value: by them the members of a union
// are told apart.

import { sortedByBytes } from "./byte-order.js";
import type { Model } from "./model.js";
import type { Field, LiteralValue, TypeExpr } from "./type-expr.js";

export type Marks = ReadonlyMap<string, LiteralValue>;

/** For each member its marks, without those that all members share. */
export function marksOf(
  members: readonly TypeExpr[],
  models: ReadonlyMap<string, Model>,
): readonly Marks[] {
  const all = members.map(
    (member) => new Map(literalFields(member, models, new Set())),
  );
  return all.map((own) => {
    const telling = [...own].filter(
      ([name, value]) => !all.every((marks) => marks.get(name) === value),
    );
    return new Map(sortedByBytes(telling, ([name]) => name));
  });
}

function literalFields(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
  seen: ReadonlySet<string>,
): readonly (readonly [string, LiteralValue])[] {
  switch (type.kind) {
    case "object":
      return literalsIn(type.fields);
    case "intersection":
      return type.members.flatMap((one) => literalFields(one, models, seen));
    case "requiring":
      return literalFields(type.type, models, seen);
    case "reference": {
      const model = models.get(type.model);
      if (model === undefined || seen.has(type.model)) return [];
      return model.kind === "object"
        ? literalsIn(model.fields)
        : literalFields(model.type, models, new Set([...seen, type.model]));
    }
    default:
      return [];
  }
}

/** Only what is always there tells anything. */
function literalsIn(fields: readonly Field[]) {
  return fields.flatMap(({ name, type, required, nullable }) =>
    type.kind === "literal" && required && !nullable
      ? [[name, type.value] as const]
      : [],
  );
}
