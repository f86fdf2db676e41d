// Lint rule: `collectionFormat`, by which Swagger 2.0 joins array values.

import { lintPlaceBelow } from "./lint-place.js";
import { isSwagger2, type LintRule, quoteValue } from "./lint-rule.js";

const collectionFormats = ["csv", "pipes", "ssv", "tsv"];

/**
 * `multi` "is valid only for parameters in "query" or "formData"".
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export const collectionFormat: LintRule = {
  appliesTo: isSwagger2,
  parameter({ raw, place }, { report }) {
    const format = raw.collectionFormat;
    if (format === undefined) return;
    const repeats = raw.in === "query" || raw.in === "formData";
    const allowed = repeats
      ? [...collectionFormats, "multi"]
      : collectionFormats;
    if (typeof format === "string" && allowed.includes(format)) return;
    report(
      "parameter/collection-format",
      lintPlaceBelow(place, "collectionFormat"),
      `${quoteValue(format)} cannot be the collectionFormat of a ${String(raw.in)} parameter`,
      `use one of ${allowed.join(", ")}`,
    );
  },
};
