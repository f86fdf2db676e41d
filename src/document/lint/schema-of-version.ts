// Lint rule: schema keywords and types that Swagger 2.0 does not have.

import { lintPlaceBelow } from "./lint-place.js";
import { isSwagger2, type LintRule } from "./lint-rule.js";

const later = ["anyOf", "not", "oneOf"];

/**
 * Of the keywords that combine schemas, 2.0 has only `allOf`. The type `file` is valid
 * only for the whole body of a response.
 * @see https://spec.openapis.org/oas/v2.0.html#schema-object
 * @see https://spec.openapis.org/oas/v2.0.html#response-object
 */
export const schemaOfVersion: LintRule = {
  appliesTo: isSwagger2,
  schema({ raw, place, role }, { report }) {
    for (const keyword of later) {
      if (raw[keyword] === undefined) continue;
      report(
        "schema/not-in-version",
        lintPlaceBelow(place, keyword),
        `Swagger 2.0 has no "${keyword}"`,
      );
    }
    if (raw.type === "file" && role !== "response") {
      report(
        "schema/misplaced-file",
        lintPlaceBelow(place, "type"),
        '"file" is a type of responses and of form parameters only',
      );
    }
  },
};
