// Lint rule: file parameters without a form media type, in Swagger 2.0.

import { isSwagger2, type LintRule, quoteValue } from "./lint-rule.js";

/** Also matches `multipart/vnd.specific+form-data;version=1.0`. */
const forms =
  /^(multipart\/(\S+\+)?form-data|application\/(\S+\+)?x-www-form-urlencoded)\b/i;

/**
 * "If type is "file", the consumes MUST be either "multipart/form-data", "
 * application/x-www-form-urlencoded" or both". The `consumes` of an operation overrides
 * that of the document.
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export const fileMediaType: LintRule = {
  appliesTo: isSwagger2,
  operation({ raw, all }, { root, report }) {
    const consumes = raw.consumes ?? root.consumes;
    const types: readonly unknown[] = Array.isArray(consumes) ? consumes : [];
    if (types.some((type) => typeof type === "string" && forms.test(type))) {
      return;
    }
    for (const parameter of all) {
      if (parameter.raw.type !== "file") continue;
      if (parameter.raw.in !== "formData") continue;
      report(
        "parameter/file-media-type",
        parameter.place,
        `the file "${String(parameter.raw.name)}" needs a form media type, but the operation consumes ${types.map(quoteValue).join(", ") || "none"}`,
      );
    }
  },
};
