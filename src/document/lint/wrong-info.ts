// What a document says of itself.

import { isObject } from "../is-object.js";
import { lintPlaceBelow } from "./lint-place.js";
import { type LintRule, quoteValue } from "./lint-rule.js";

/**
 * `info` has a `title` and a `version`, both strings. YAML reads `version: 1.0` as
 * a number, and what is left of it is 1.
 * @see https://spec.openapis.org/oas/v3.1.1#info-object
 */
export const wrongInfo: LintRule = {
  document({ raw, place }, { tell }) {
    const info = isObject(raw.info) ? raw.info : {};
    for (const key of ["title", "version"]) {
      const value = info[key];
      if (typeof value === "string") continue;
      tell(
        "document/wrong-info",
        lintPlaceBelow(lintPlaceBelow(place, "info"), key),
        value === undefined
          ? `info has no "${key}"`
          : `info.${key} is ${quoteValue(value)} and not a string`,
      );
    }
  },
};
