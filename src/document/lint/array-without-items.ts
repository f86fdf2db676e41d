// Lint rule: arrays without `items`.

import type { Facts, LintedPart, LintRule } from "./lint-rule.js";

/**
 * "items MUST be present if the type is "array"": in schemas up to 3.0, and in
 * parameters and headers of 2.0. Since 3.1, `items` is optional.
 * @see https://spec.openapis.org/oas/v3.0.4#properties
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export const arrayWithoutItems: LintRule = {
  appliesTo: ({ major, minor }) => major === 2 || minor === 0,
  parameter: reportMissingItems,
  header: reportMissingItems,
  schema: reportMissingItems,
};

/** In 3.0, parameters and headers have no `type`, so that this reports nothing for them. */
function reportMissingItems(
  { raw, place }: LintedPart,
  { report }: Facts,
): void {
  if (raw.type !== "array" || raw.items !== undefined) return;
  report("schema/no-items", place, 'this array has no "items"');
}
