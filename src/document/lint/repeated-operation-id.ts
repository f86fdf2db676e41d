// Lint rule: operations with the same id.

import { isObject } from "../is-object.js";
import { lintPlaceBelow } from "./lint-place.js";
import { type LintRule, lintedMethods } from "./lint-rule.js";

/**
 * "The id MUST be unique among all operations described in the API."
 * @see https://spec.openapis.org/oas/v3.1.1#operation-object
 */
export const repeatedOperationId: LintRule = {
  document({ raw, place }, { report }) {
    const paths = isObject(raw.paths) ? raw.paths : {};
    const seen = new Map<string, string>();
    for (const [path, item] of Object.entries(paths)) {
      if (!isObject(item)) continue;
      for (const method of lintedMethods) {
        const operation = item[method];
        if (!isObject(operation)) continue;
        const { operationId } = operation;
        if (typeof operationId !== "string") continue;
        const here = `${method.toUpperCase()} ${path}`;
        const before = seen.get(operationId);
        seen.set(operationId, before ?? here);
        if (before === undefined) continue;
        const at = lintPlaceBelow(
          lintPlaceBelow(lintPlaceBelow(place, "paths"), path),
          method,
        );
        report(
          "operation/repeated-id",
          lintPlaceBelow(at, "operationId"),
          `"${operationId}" is also the id of ${before}`,
        );
      }
    }
  },
};
