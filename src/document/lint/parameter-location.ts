// Lint rule: invalid parameter location, in Swagger 2.0.

import { lintPlaceBelow } from "./lint-place.js";
import { isSwagger2, type LintRule, quoteValue } from "./lint-rule.js";

const knownLocations = ["body", "formData", "header", "path", "query"];

/**
 * "Possible values are "query", "header", "path", "formData" or "body"". `cookie`
 * exists only since 3.0.
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export const parameterLocation: LintRule = {
  appliesTo: isSwagger2,
  parameter({ raw, place }, { report }) {
    if (typeof raw.in === "string" && knownLocations.includes(raw.in)) return;
    report(
      "parameter/unknown-location",
      lintPlaceBelow(place, "in"),
      `the parameter ${quoteValue(raw.name)} is in ${quoteValue(raw.in)}, which is not a location of Swagger 2.0`,
      `use one of ${knownLocations.join(", ")}`,
    );
  },
};
