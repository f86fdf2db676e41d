// A rule that turns schemas of a certain form into types.

import type { RawSchema } from "../../dialects/dialect.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { RuleContext } from "./rule-context.js";

export interface GeneralRule {
  /** The rule in notation: `anyOf [A, B] → A | B`. */
  readonly summary: string;
  /** Returns the type; null if the rule does not apply to the schema. */
  build(
    schema: RawSchema,
    pointer: string,
    rules: RuleContext,
  ): TypeExpr | null;
}
