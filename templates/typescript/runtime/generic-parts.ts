// Parts of factories for types that many properties share: expandable objects and pages
// of lists.

import { fill, isRecord, items, object, type Part, value } from "./factory.js";

/** An id by default. An object if one is given, in part or as `{}`. */
export function expandable(id: Part, object: Part): Part {
  return (given) => fill(isRecord(given) ? object : id, given);
}

/** One page of a list. */
export function list(url: string, ...parts: readonly Part[]): Part {
  return object({
    data: items(...parts),
    has_more: value(false),
    object: value("list"),
    url: value(url),
  });
}

/** One page of search results. */
export function searchResult(url: string, ...parts: readonly Part[]): Part {
  return object({
    data: items(...parts),
    has_more: value(false),
    next_page: value(null),
    object: value("search_result"),
    url: value(url),
  });
}
