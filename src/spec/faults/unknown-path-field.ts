// What stands under a path and is nothing of a path.

import type { FaultRule } from "./fault-rule.js";

export const methods: readonly string[] = [
  "delete",
  "get",
  "head",
  "options",
  "patch",
  "post",
  "put",
  "query",
  "trace",
];

const known = new Set([
  ...methods,
  "$ref",
  "additionalOperations",
  "description",
  "parameters",
  "servers",
  "summary",
]);

/**
 * A path item has methods and a few fields of its own. Another key is a misspelt
 * method, or a `$ref` that leads to something else, say to a schema.
 * @see https://spec.openapis.org/oas/v3.2.0#path-item-object
 */
export const unknownPathField: FaultRule = {
  path({ raw, place, path }, { tell }) {
    const unknown = Object.keys(raw).filter(
      (key) => !known.has(key) && !key.startsWith("x-"),
    );
    if (unknown.length === 0) return;
    const keys = unknown.map((key) => `"${key}"`).join(", ");
    tell(
      "path/unknown-field",
      place,
      `${path ?? "this"} is no path item: it has ${keys}`,
    );
  },
};
