// Creates the context that the type rules receive: one for the schemas of
// requests, and one for those of responses.

import type { Report } from "../diagnostics/diagnostic.js";
import type { BuildContext, Dialect, Direction } from "../dialects/dialect.js";
import type { SpecDocument } from "../document/parse-spec.js";
import type { TypeExpr } from "../ir/type-expr.js";
import {
  createReferenceReader,
  type DeepReferences,
} from "./references/create-reference-reader.js";
import { buildType } from "./schema/build-type.js";
import type { Findings, RuleContext } from "./schema/rule-context.js";

/** The inputs that all contexts of one document share. */
export interface BuildSource {
  readonly document: SpecDocument;
  readonly dialect: Dialect;
  readonly deep: DeepReferences;
  readonly findings: Findings;
  readonly report: Report;
}

/** The rules and the context call each other: building a schema builds its parts. */
export function createBuildContext(
  { document, dialect, deep, findings, report }: BuildSource,
  direction: Direction,
): BuildRules {
  const references = createReferenceReader(document, deep, report);
  const buildPart = (schema: unknown, pointer: string) =>
    buildType(schema, pointer, rules);
  const context: BuildContext = {
    file: document.file,
    direction,
    report,
    notePattern: (pattern, pointer) =>
      void findings.patterns.set(pointer, pattern),
    build: (schema, pointer) => {
      const model = references.modelAt(pointer);
      return model === null
        ? buildPart(schema, pointer)
        : { kind: "reference", model };
    },
  };
  const rules: RuleContext = {
    context,
    dialect,
    references,
    findings,
    buildPart,
  };
  return { context, buildPart };
}

/** The entry points to building types in one direction. */
export interface BuildRules {
  readonly context: BuildContext;
  /**
   * Builds the schema at a location, even if the location is a model itself:
   * `build` would return a reference to that model.
   */
  buildPart(schema: unknown, pointer: string): TypeExpr;
}
