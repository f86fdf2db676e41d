// `$ref` → a reference to its model.

import type { GeneralRule } from "../general-rule.js";

/**
 * A `$dynamicRef` resolves to its target without overrides.
 * @see https://spec.openapis.org/oas/v3.1.1#reference-object
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
 */
export const referenceRule: GeneralRule = {
  summary: "$ref → the model that it leads to",
  build(schema, pointer, { references }) {
    const ref = schema.$ref ?? schema.$dynamicRef;
    if (ref === undefined) return null;
    const model = references.read(ref, pointer);
    return model === null ? { kind: "anyValue" } : { kind: "reference", model };
  },
};
