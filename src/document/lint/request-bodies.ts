// What Swagger 2.0 allows to be in the body of one request.

import { isSwagger2, type LintRule } from "./lint-rule.js";

/**
 * "There can be only one body parameter", and "form parameters and body parameters
 * cannot exist together for the same operation", as they share the body.
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export const requestBodies: LintRule = {
  appliesTo: isSwagger2,
  operation({ all }, { tell }) {
    const [body, ...others] = all.filter(({ raw }) => raw.in === "body");
    if (body === undefined) return;
    const beside = `beside the body "${String(body.raw.name)}"`;
    for (const { raw, place } of others) {
      tell(
        "parameter/second-body",
        place,
        `"${String(raw.name)}" is a second body parameter, ${beside}`,
      );
    }
    for (const { raw, place } of all) {
      if (raw.in !== "formData") continue;
      tell(
        "parameter/body-and-form",
        place,
        `"${String(raw.name)}" is a form parameter, ${beside}`,
      );
    }
  },
};
