// Lint rule: path parameters that are not required.

import type { LintRule } from "./lint-rule.js";

/**
 * "If the parameter location is "path", this field is REQUIRED and its value MUST be
 * true."
 * @see https://spec.openapis.org/oas/v3.1.1#parameter-object
 */
export const optionalPathParameter: LintRule = {
  parameter({ raw, place }, { report }) {
    if (raw.in !== "path" || raw.required === true) return;
    report(
      "parameter/optional-in-path",
      place,
      `the path parameter "${String(raw.name)}" is not "required: true"`,
    );
  },
};
