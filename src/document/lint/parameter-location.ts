// Where a parameter is sent.

import { below } from "./lint-place.js";
import { isSwagger2, type LintRule, quote } from "./lint-rule.js";

const known = ["body", "formData", "header", "path", "query"];

/**
 * "Possible values are "query", "header", "path", "formData" or "body"": a cookie, say,
 * has been one since 3.0.
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export const parameterLocation: LintRule = {
  appliesTo: isSwagger2,
  parameter({ raw, place }, { tell }) {
    if (typeof raw.in === "string" && known.includes(raw.in)) return;
    tell(
      "parameter/unknown-location",
      below(place, "in"),
      `the parameter ${quote(raw.name)} is in ${quote(raw.in)}, which Swagger 2.0 does not have`,
      `use one of ${known.join(", ")}`,
    );
  },
};
