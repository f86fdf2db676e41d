// Keyword support: every keyword that a schema may have. `"handled"` means
// that a rule reads it; any other text is the reason why it has no effect on
// types. Keywords that are not listed are reported.

import { constraintKeywords } from "../../ir/constraints.js";

/**
 * @see https://spec.openapis.org/oas/v3.0.4#schema-object
 * @see https://spec.openapis.org/oas/v3.1.1#schema-object
 * @see https://json-schema.org/draft/2020-12/json-schema-core
 * @see https://json-schema.org/draft/2020-12/json-schema-validation
 */
const keywordSupport: ReadonlyMap<string, string> = new Map([
  ["$dynamicRef", "handled"],
  ["$ref", "handled"],
  ["additionalItems", "handled"],
  ["additionalProperties", "handled"],
  ["allOf", "handled"],
  ["anyOf", "handled"],
  ["const", "handled"],
  ["default", "handled"],
  ["deprecated", "handled"],
  ["discriminator", "handled"],
  ["description", "handled"],
  ["enum", "handled"],
  ["format", "handled"],
  ["items", "handled"],
  ["nullable", "handled"],
  ["oneOf", "handled"],
  ["patternProperties", "handled"],
  ["prefixItems", "handled"],
  ["properties", "handled"],
  ["propertyNames", "handled"],
  ["readOnly", "handled"],
  ["required", "handled"],
  ["type", "handled"],
  ["unevaluatedItems", "handled"],
  ["unevaluatedProperties", "handled"],
  ["writeOnly", "handled"],
  ["$anchor", "a place to refer to"],
  ["$comment", "a note for the document's authors"],
  ["$defs", "schemas to refer to; built where they are referred to"],
  ["$dynamicAnchor", "a place to refer to"],
  ["$id", "a base for references"],
  ["$schema", "names the dialect of JSON Schema"],
  ["$vocabulary", "names the dialect of JSON Schema"],
  ["contains", "applies to one item, not to the others"],
  ["contentEncoding", "handled"],
  ["contentMediaType", "handled"],
  ["contentSchema", "says how to read the string"],
  ["definitions", "schemas to refer to; built where they are referred to"],
  [
    "dependencies",
    "a condition on other properties, which a type of one cannot express",
  ],
  [
    "dependentRequired",
    "a condition on other properties, which a type of one cannot express",
  ],
  [
    "dependentSchemas",
    "a condition on other properties, which a type of one cannot express",
  ],
  ["else", "a condition on values"],
  ["example", "an illustration"],
  ["examples", "an illustration"],
  ["externalDocs", "a link for readers"],
  ["if", "a condition on values"],
  ["maxContains", "a constraint on values"],
  ["minContains", "a constraint on values"],
  ["not", "excludes values, which a type cannot"],
  ["summary", "a headline beside a reference"],
  ["then", "a condition on values"],
  [
    "title",
    "names shared params if the dialect uses titles as names; otherwise no effect",
  ],
  ["xml", "how it looks as XML"],
  ...Object.keys(constraintKeywords).map(
    (keyword) => [keyword, "a constraint on values"] as const,
  ),
]);

/** True also for extensions (`x-`), which may have any name. */
export function isKnownKeyword(keyword: string): boolean {
  return keyword.startsWith("x-") || keywordSupport.has(keyword);
}

/** Candidates for "did you mean". */
export const knownKeywords: readonly string[] = [...keywordSupport.keys()];
