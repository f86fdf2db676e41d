// Keyword support: every keyword that a schema may have. `"handled"` means
// that a rule reads it; any other text is the reason why it has no effect on
// types. Keywords that are not listed are reported.

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
  ["contains", "asks something of one item, and says nothing of the others"],
  ["contentEncoding", "says how to read the string"],
  ["contentMediaType", "says how to read the string"],
  ["contentSchema", "says how to read the string"],
  ["definitions", "schemas to refer to; built where they are referred to"],
  [
    "dependencies",
    "a condition on other properties, which no type of one can say",
  ],
  [
    "dependentRequired",
    "a condition on other properties, which no type of one can say",
  ],
  [
    "dependentSchemas",
    "a condition on other properties, which no type of one can say",
  ],
  ["else", "a condition on values"],
  ["example", "an illustration"],
  ["examples", "an illustration"],
  ["exclusiveMaximum", "a bound on values"],
  ["exclusiveMinimum", "a bound on values"],
  ["externalDocs", "a link for readers"],
  ["if", "a condition on values"],
  ["maxContains", "a bound on values"],
  ["maxItems", "a bound on values"],
  ["maxLength", "a bound on values"],
  ["maxProperties", "a bound on values"],
  ["maximum", "a bound on values"],
  ["minContains", "a bound on values"],
  ["minItems", "a bound on values"],
  ["minLength", "a bound on values"],
  ["minProperties", "a bound on values"],
  ["minimum", "a bound on values"],
  ["multipleOf", "a bound on values"],
  ["not", "takes values away, which a type cannot"],
  ["pattern", "a bound on values"],
  ["summary", "a headline beside a reference"],
  ["then", "a condition on values"],
  [
    "title",
    "names the shapes of requests where the dialect says so, and nothing else",
  ],
  ["uniqueItems", "a bound on values"],
  ["xml", "how it looks as XML"],
]);

/** True also for extensions (`x-`), which may have any name. */
export function isKnownKeyword(keyword: string): boolean {
  return keyword.startsWith("x-") || keywordSupport.has(keyword);
}

/** Candidates for "did you mean". */
export const knownKeywords: readonly string[] = [...keywordSupport.keys()];
