// Checks of types that many properties share: expandable objects, pages of lists, and
// values that `""` clears.

import {
  array,
  boolean,
  type Check,
  type Checker,
  integer,
  isObject,
  type Loose,
  literal,
  nullish,
  object,
  optional,
  other,
  type Presence,
  required,
  string,
} from "./validation.js";

/** The id of an object, or the object. */
export function expandable(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  check: Checker,
  max?: number,
  min?: number,
  pattern?: RegExp,
): void {
  if (typeof value === "string") {
    string(c, key, value, required, max, min, pattern);
  } else if (isObject(value)) check(c, key, value, required);
  else other(c, key, value, presence, "an id or an object");
}

/** One page of a list. */
export function list(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  item: Checker,
  max?: number,
  min?: number,
  pattern?: RegExp,
): void {
  const properties = (_c: Check, v: Loose<Page>): void => {
    array(c, "data", v.data, required, item);
    boolean(c, "has_more", v.has_more, required);
    literal(c, "object", v.object, required, "list");
    string(c, "url", v.url, required, max, min, pattern);
  };
  object(c, key, value, presence, properties, listNames);
}

interface Page {
  readonly data: unknown;
  readonly has_more: unknown;
  readonly next_page: unknown;
  readonly object: unknown;
  readonly total_count: unknown;
  readonly url: unknown;
}

const listNames = ["data", "has_more", "object", "url"];

/** One page of search results. */
export function searchResult(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  item: Checker,
  max?: number,
  min?: number,
  pattern?: RegExp,
): void {
  const properties = (_c: Check, v: Loose<Page>): void => {
    array(c, "data", v.data, required, item);
    boolean(c, "has_more", v.has_more, required);
    string(c, "next_page", v.next_page, nullish);
    literal(c, "object", v.object, required, "search_result");
    integer(c, "total_count", v.total_count, optional);
    string(c, "url", v.url, required, max, min, pattern);
  };
  object(c, key, value, presence, properties, searchResultNames);
}

const searchResultNames = [...listNames, "next_page", "total_count"];

/** A value of a request, or `""`, which clears a field. */
export function emptyable(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  check: Checker,
): void {
  if (value !== "") check(c, key, value, presence);
}
