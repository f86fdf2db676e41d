// What the rules for schemas are given, and what they find besides types.

import type {
  BuildContext,
  Dialect,
  RawSchema,
} from "../../dialects/dialect.js";
import type { Discriminator, MappedValue } from "../../ir/discriminator.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { ReferenceReader } from "../references/create-reference-reader.js";

/** What the general rules need beyond what a dialect's rules may ask for. */
export interface RuleContext {
  readonly context: BuildContext;
  readonly dialect: Dialect;
  readonly references: ReferenceReader;
  readonly findings: Findings;
  /** The type of some keywords of the schema at hand, at the same place. */
  buildPart(schema: RawSchema, pointer: string): TypeExpr;
}

/** What is found while schemas are built, and is not of one schema alone. */
export interface Findings {
  readonly discriminators: Discriminator[];
  /** What models say themselves of the value that they are known by. */
  readonly ownValues: MappedValue[];
  /** Where each regular expression stands, by its pointer. */
  readonly patterns: Map<string, string>;
}
