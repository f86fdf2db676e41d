// Arrays of what is not said.

import type { Facts, LintedPart, LintRule } from "./lint-rule.js";

/**
 * "items MUST be present if the type is "array"": in schemas up to 3.0, and in the
 * parameters and headers of 2.0. From 3.1 on an array may be of anything.
 * @see https://spec.openapis.org/oas/v3.0.4#properties
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export const arrayWithoutItems: LintRule = {
  appliesTo: ({ major, minor }) => major === 2 || minor === 0,
  parameter: tellWithoutItems,
  header: tellWithoutItems,
  schema: tellWithoutItems,
};

/** Parameters and headers have no `type` in 3.0, so that nothing is told of them. */
function tellWithoutItems({ raw, place }: LintedPart, { tell }: Facts): void {
  if (raw.type !== "array" || raw.items !== undefined) return;
  tell("schema/no-items", place, 'this array has no "items"');
}
