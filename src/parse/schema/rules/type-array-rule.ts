// `type: [A, B]` → a union.

import { combineUnion } from "../../../ir/query/combine-types.js";
import type { GeneralRule } from "../general-rule.js";

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.1 */
export const typeArrayRule: GeneralRule = {
  summary: "type [A, B] → A | B, each with the keywords beside it",
  build(schema, pointer, { buildPart }) {
    return Array.isArray(schema.type)
      ? combineUnion(
          schema.type.map((type: unknown) =>
            buildPart({ ...schema, type }, pointer),
          ),
        )
      : null;
  },
};
