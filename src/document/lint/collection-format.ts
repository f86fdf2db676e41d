// How Swagger 2.0 writes arrays into one string.

import { below } from "./lint-place.js";
import { isSwagger2, type LintRule, quote } from "./lint-rule.js";

const formats = ["csv", "pipes", "ssv", "tsv"];

/**
 * `multi` "is valid only for parameters in "query" or "formData"".
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export const collectionFormat: LintRule = {
  appliesTo: isSwagger2,
  parameter({ raw, place }, { tell }) {
    const format = raw.collectionFormat;
    if (format === undefined) return;
    const repeats = raw.in === "query" || raw.in === "formData";
    const known = repeats ? [...formats, "multi"] : formats;
    if (typeof format === "string" && known.includes(format)) return;
    tell(
      "parameter/collection-format",
      below(place, "collectionFormat"),
      `${quote(format)} cannot be the collectionFormat of a ${String(raw.in)} parameter`,
      `use one of ${known.join(", ")}`,
    );
  },
};
