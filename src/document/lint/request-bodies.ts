// Lint rule: more than one body for a request, in Swagger 2.0.

import { isSwagger2, type LintRule } from "./lint-rule.js";

/**
 * "There can be only one body parameter", and "form parameters and body parameters
 * cannot exist together for the same operation", since both are sent as the body.
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export const requestBodies: LintRule = {
  appliesTo: isSwagger2,
  operation({ all }, { report }) {
    const [body, ...others] = all.filter(({ raw }) => raw.in === "body");
    if (body === undefined) return;
    const beside = `beside the body "${String(body.raw.name)}"`;
    for (const { raw, place } of others) {
      report(
        "parameter/second-body",
        place,
        `"${String(raw.name)}" is a second body parameter, ${beside}`,
      );
    }
    for (const { raw, place } of all) {
      if (raw.in !== "formData") continue;
      report(
        "parameter/body-and-form",
        place,
        `"${String(raw.name)}" is a form parameter, ${beside}`,
      );
    }
  },
};
