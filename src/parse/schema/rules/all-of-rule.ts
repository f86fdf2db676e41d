// `allOf` → an intersection.

import type { GeneralRule } from "../general-rule.js";
import { intersectParts, type SchemaPart } from "../intersect-parts.js";
import { isRecord } from "../read-schema.js";
import { isVariantOf, withoutVariants } from "../without-variants.js";

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.1 */
export const allOfRule: GeneralRule = {
  summary:
    "allOf [A, B] → A & B; allOf [A, {required: [x]}] → A & Required<Pick<A, x>>",
  build(schema, pointer, rules) {
    if (!Array.isArray(schema.allOf)) return null;
    const { context, buildPart, references } = rules;
    const branches: readonly unknown[] = schema.allOf;
    const parts = branches.map((branch, index): SchemaPart => {
      const at = `${pointer}/allOf/${index}`;
      if (isRecord(branch) && isVariantOf(branch, pointer, references)) {
        const base = withoutVariants(branch, references);
        return { schema: base, type: buildPart(base, at), pointer: at };
      }
      return { schema: branch, type: context.build(branch, at), pointer: at };
    });
    return intersectParts(parts, pointer, rules);
  },
};
