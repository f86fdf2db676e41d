// Lint rule: paths that contain a variable twice.

import type { LintRule } from "./lint-rule.js";

/**
 * "Each variable expression MUST NOT appear more than once in a single path template."
 * @see https://spec.openapis.org/oas/v3.2.0#path-templating
 */
export const repeatedPlaceholder: LintRule = {
  path({ path, place }, { report }) {
    const names: readonly string[] = path?.match(/(?<=\{)[^{}]+(?=\})/g) ?? [];
    const repeated = names.filter((name, at) => names.indexOf(name) !== at);
    for (const name of new Set(repeated)) {
      report(
        "path/repeated-placeholder",
        place,
        `the path ${path} has {${name}} more than once`,
      );
    }
  },
};
