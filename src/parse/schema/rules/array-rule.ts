// `type: array` → an array, or a tuple if the schema lists its first items.

import type { ArrayConstraints } from "../../../ir/constraints.js";
import type { TypeExpr } from "../../../ir/type-expr.js";
import type { GeneralRule } from "../general-rule.js";
import { type Constrained, readArrayConstraints } from "../read-constraints.js";

/**
 * Drafts before 2020-12 write `prefixItems` as a list under `items`.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1
 */
export const arrayRule: GeneralRule = {
  summary: "items T → T[]; prefixItems [A, B] → [A, B, ...T[]]",
  build(schema, pointer, { context }) {
    const { items, prefixItems } = schema;
    const isArray =
      schema.type === "array" ||
      (schema.type === undefined &&
        (items !== undefined || prefixItems !== undefined));
    if (!isArray) return null;
    const [first, restKeyword] = Array.isArray(items)
      ? (["items", "additionalItems"] as const)
      : (["prefixItems", "items"] as const);
    const restKey =
      schema[restKeyword] === undefined ? "unevaluatedItems" : restKeyword;
    const others =
      schema[restKey] === undefined
        ? ({ kind: "anyValue" } as const)
        : context.build(schema[restKey], `${pointer}/${restKey}`);
    const listed = schema[first];
    const constraints = readArrayConstraints(schema);
    if (!Array.isArray(listed)) {
      return { kind: "array", items: others, ...constraints };
    }
    const types = listed.map((item: unknown, index) =>
      context.build(item, `${pointer}/${first}/${index}`),
    );
    const rest = others.kind === "noValue" ? null : others;
    return tupleOf(types, rest, constraints);
  },
};

/**
 * The length decides the type: where `maxItems` leaves no item beyond the
 * listed ones, there is no rest. Counts that the type itself implies are left
 * out, so that a validator reports a wrong length once.
 */
function tupleOf(
  items: readonly TypeExpr[],
  others: TypeExpr | null,
  { constraints = {} }: Constrained<ArrayConstraints>,
): TypeExpr {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = constraints;
  const { minItems: _least, maxItems: _most, ...unique } = constraints;
  const listed = items.slice(0, Math.max(0, maxItems));
  const rest = maxItems <= items.length ? null : others;
  const kept = {
    ...(minItems > listed.length && { minItems }),
    ...(rest !== null && Number.isFinite(maxItems) && { maxItems }),
    ...unique,
  };
  return {
    kind: "tuple",
    items: listed,
    rest,
    ...(Object.keys(kept).length > 0 && { constraints: kept }),
  };
}
