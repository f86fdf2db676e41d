// The context of the general rules, and the findings that are not types.

import type {
  BuildContext,
  Dialect,
  RawSchema,
} from "../../dialects/dialect.js";
import type { Discriminator, MappedValue } from "../../ir/discriminator.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { ReferenceReader } from "../references/create-reference-reader.js";

/** The context of the general rules, which is larger than that of a dialect's rules. */
export interface RuleContext {
  readonly context: BuildContext;
  readonly dialect: Dialect;
  readonly references: ReferenceReader;
  readonly findings: Findings;
  /** Builds the type of some of the schema's keywords, at the same location. */
  buildPart(schema: RawSchema, pointer: string): TypeExpr;
}

/** Facts that the rules collect for the document as a whole. */
export interface Findings {
  readonly discriminators: Discriminator[];
  /**
   * The discriminant values that models declare for themselves:
   * `x-ms-discriminator-value`.
   */
  readonly ownValues: MappedValue[];
  /** Pointer → the regular expression at that location. */
  readonly patterns: Map<string, string>;
}
