// `type: array` → an array, or a tuple where the first items are listed.

import type { GeneralRule } from "../rules.js";

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1 */
export const arrayRule: GeneralRule = {
  says: "items T → T[]; prefixItems [A, B] → [A, B, ...T[]]",
  build(schema, pointer, { context }) {
    const { items, prefixItems } = schema;
    const isArray =
      schema.type === "array" ||
      (schema.type === undefined &&
        (items !== undefined || prefixItems !== undefined));
    if (!isArray) return null;
    const rest =
      items === undefined
        ? ({ kind: "anyValue" } as const)
        : context.build(items, `${pointer}/items`);
    if (!Array.isArray(prefixItems)) return { kind: "array", items: rest };
    return {
      kind: "tuple",
      items: prefixItems.map((item: unknown, index) =>
        context.build(item, `${pointer}/prefixItems/${index}`),
      ),
      rest: rest.kind === "noValue" ? null : rest,
    };
  },
};
