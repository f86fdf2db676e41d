// Pages of objects → `List<T>` and `SearchResult<T>`. Stripe's document repeats
// the whole structure around every item type.

import type { RawSchema, TypeRule } from "../dialect.js";
import { list, searchResult } from "./stripe-generics.js";

/** The keys of each kind of page. The value is true if every page has the key. */
const envelopes = {
  list: { data: true, has_more: true, object: true, url: true },
  search_result: {
    data: true,
    has_more: true,
    next_page: false,
    object: true,
    total_count: false,
    url: true,
  },
} as const;

/**
 * @see https://docs.stripe.com/api/pagination
 * @see https://docs.stripe.com/api/pagination/search
 */
export const listRule: TypeRule = {
  summary:
    '{data: T[], has_more, object: "list", url} → List<T>, with "search_result" → SearchResult<T>',
  build(schema, pointer, context) {
    const properties = recordOrNull(schema.properties);
    const data = recordOrNull(properties?.data);
    if (properties === null || data === null) return null;
    const names = recordOrNull(properties.object)?.enum;
    const name: unknown =
      Array.isArray(names) && names.length === 1 ? names[0] : null;
    if (name !== "list" && name !== "search_result") return null;
    if (!fitsList(properties, envelopes[name])) return null;
    if (data.type !== "array" || data.items === undefined) return null;
    const url = context.build(properties.url, `${pointer}/properties/url`);
    const items = context.build(data.items, `${pointer}/properties/data/items`);
    return {
      kind: "generic",
      generic: name === "list" ? list : searchResult,
      args: [items],
      ...(url.kind === "string" &&
        url.constraints && { constraints: url.constraints }),
    };
  },
};

/** True if all required keys are present, and no others than those of the envelope. */
function fitsList(
  properties: RawSchema,
  envelope: Readonly<Record<string, boolean>>,
): boolean {
  const needed = Object.keys(envelope).filter((key) => envelope[key]);
  return (
    needed.every((key) => properties[key] !== undefined) &&
    Object.keys(properties).every((key) => Object.hasOwn(envelope, key))
  );
}

function recordOrNull(value: unknown): RawSchema | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as RawSchema) // an object that is not an array has string keys
    : null;
}
