// A JSONPath → the places of a document that it selects, each with what holds it, so
// that it can be changed. The library gives paths in which names are escaped.

import type { exec, JsonValue } from "jsonpath-rfc9535";

export interface SelectedPlace {
  /** The object or list that the value stands in; null for the document itself. */
  readonly holder: Record<string, unknown> | unknown[] | null;
  readonly key: string | number;
  readonly value: unknown;
}

/**
 * Each place once, however often a path leads to it. Throws what is called `SyntaxError` for a wrong path.
 * @see https://www.rfc-editor.org/rfc/rfc9535
 */
export function selectPlaces(
  root: unknown,
  path: string,
  execute: typeof exec,
): SelectedPlace[] {
  const selected: SelectedPlace[] = [];
  const seen = new Map<unknown, Set<string | number>>();
  const input = root as JsonValue; // parsed: it is of JSON's values
  execute(input, path, (_value, keys) => {
    const place = followKeys(root, keys);
    const known = seen.get(place.holder) ?? new Set();
    seen.set(place.holder, known);
    if (!known.has(place.key)) selected.push(place);
    known.add(place.key);
  });
  return selected;
}

function followKeys(
  root: unknown,
  keys: readonly (string | number)[],
): SelectedPlace {
  let place: SelectedPlace = { holder: null, key: "", value: root };
  for (const escaped of keys) {
    const holder = place.value as Record<string, unknown>; // the library went this way
    const key =
      typeof escaped === "string" && !Object.hasOwn(holder, escaped)
        ? escaped.replace(/\\(u[0-9a-f]{4}|.)/g, readEscape)
        : escaped;
    place = { holder, key, value: holder[key] };
  }
  return place;
}

/** `it\\'s → it's`, `\\u000b →` that character. */
function readEscape(_match: string, code: string): string {
  if (code.length > 1) {
    return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  }
  return { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" }[code] ?? code;
}
