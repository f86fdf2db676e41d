// A part of a path that may be left out.

import type { LintRule } from "./lint-rule.js";

/**
 * "If the parameter location is "path", this field is REQUIRED and its value MUST be
 * true."
 * @see https://spec.openapis.org/oas/v3.1.1#parameter-object
 */
export const optionalPathParameter: LintRule = {
  parameter({ raw, place }, { tell }) {
    if (raw.in !== "path" || raw.required === true) return;
    tell(
      "parameter/optional-in-path",
      place,
      `the path parameter "${String(raw.name)}" is not "required: true"`,
    );
  },
};
