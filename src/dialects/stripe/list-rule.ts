// The envelope that Stripe writes out by hand around every page of objects →
// one generic list.

import type { RawSchema, TypeRule } from "../dialect.js";

const envelope = ["data", "has_more", "object", "url"];

/** @see https://docs.stripe.com/api/pagination */
export const listRule: TypeRule = {
  says: '{data: T[], has_more, object: "list", url} → List<T>',
  build(schema, pointer, context) {
    const properties = asRecord(schema.properties);
    if (properties === null) return null;
    const names = Object.keys(properties);
    if (
      names.length !== envelope.length ||
      !envelope.every((name) => names.includes(name))
    ) {
      return null;
    }
    const tag = asRecord(properties.object)?.enum;
    if (!Array.isArray(tag) || tag.length !== 1 || tag[0] !== "list") {
      return null;
    }
    const data = asRecord(properties.data);
    if (data?.type !== "array" || data.items === undefined) return null;
    return {
      kind: "list",
      items: context.build(data.items, `${pointer}/properties/data/items`),
    };
  },
};

function asRecord(value: unknown): RawSchema | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as RawSchema) // an object that is no array has string keys
    : null;
}
