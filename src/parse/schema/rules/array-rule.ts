// `type: array` → an array, or a tuple if the schema lists its first items.

import type { GeneralRule } from "../general-rule.js";
import { readArrayConstraints } from "../read-constraints.js";

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
    const [first, rest] = Array.isArray(items)
      ? (["items", "additionalItems"] as const)
      : (["prefixItems", "items"] as const);
    const restKey = schema[rest] === undefined ? "unevaluatedItems" : rest;
    const others =
      schema[restKey] === undefined
        ? ({ kind: "anyValue" } as const)
        : context.build(schema[restKey], `${pointer}/${restKey}`);
    const listed = schema[first];
    const constraints = readArrayConstraints(schema);
    if (!Array.isArray(listed)) {
      return { kind: "array", items: others, ...constraints };
    }
    return {
      kind: "tuple",
      items: listed.map((item: unknown, index) =>
        context.build(item, `${pointer}/${first}/${index}`),
      ),
      rest: others.kind === "noValue" ? null : others,
      ...constraints,
    };
  },
};
