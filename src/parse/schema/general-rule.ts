// A rule of how schemas become types.

import type { RawSchema } from "../../dialects/dialect.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { RuleContext } from "./rule-context.js";

export interface GeneralRule {
  readonly says: string;
  build(
    schema: RawSchema,
    pointer: string,
    rules: RuleContext,
  ): TypeExpr | null;
}
