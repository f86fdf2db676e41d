// A generic type → its structure, in which the arguments replace the parameters:
// `Page<Book>` → `{items: Book[], next: string | null}`.

import type { GenericType, TypeExpr } from "../type-expr.js";
import { mapType } from "../walk/map-type.js";

/** A cache that keeps one structure per type: samples and checks compare types by identity. */
const known = new WeakMap<GenericType, TypeExpr>();

export function structureOf(type: GenericType): TypeExpr {
  const before = known.get(type);
  if (before !== undefined) return before;
  const { generic, args, constraints } = type;
  const structure = mapType(generic.type, (part) => {
    if (part.kind !== "parameter") return part;
    if (part.of !== "constrained") return argumentAt(args, part.of);
    const text: TypeExpr = { kind: "string", format: null };
    return constraints === undefined ? text : { ...text, constraints };
  });
  known.set(type, structure);
  return structure;
}

function argumentAt(args: readonly TypeExpr[], index: number): TypeExpr {
  const arg = args[index];
  if (arg === undefined) throw new Error(`a generic lacks argument ${index}`);
  return arg;
}
