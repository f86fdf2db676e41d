// Lint rule: `info` without a title or a version.

import { isObject } from "../is-object.js";
import { lintPlaceBelow } from "./lint-place.js";
import { type LintRule, quoteValue } from "./lint-rule.js";

/**
 * `info` must have a `title` and a `version`, both strings. In YAML, `version: 1.0` is
 * a number, and becomes 1.
 * @see https://spec.openapis.org/oas/v3.1.1#info-object
 */
export const wrongInfo: LintRule = {
  document({ raw, place }, { report }) {
    const info = isObject(raw.info) ? raw.info : {};
    for (const key of ["title", "version"]) {
      const value = info[key];
      if (typeof value === "string") continue;
      report(
        "document/wrong-info",
        lintPlaceBelow(lintPlaceBelow(place, "info"), key),
        value === undefined
          ? `info has no "${key}"`
          : `info.${key} is ${quoteValue(value)} and not a string`,
      );
    }
  },
};
