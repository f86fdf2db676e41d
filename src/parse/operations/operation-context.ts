// The context that every reader of a part of an operation receives.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import type { DiagnosticCode } from "../../diagnostics/diagnostic-catalogue.js";
import type {
  BuildContext,
  Dialect,
  Direction,
} from "../../dialects/dialect.js";
import {
  type BuildSource,
  createBuildContext,
} from "../create-build-context.js";
import {
  createReferenceReader,
  type ReferenceReader,
} from "../references/create-reference-reader.js";
import { createPartReader, type PartReader } from "./create-part-reader.js";

export interface OperationContext {
  readonly dialect: Dialect;
  readonly parts: PartReader;
  /** Builds the types of requests. */
  readonly request: BuildContext;
  /** Builds the types of responses. */
  readonly response: BuildContext;
  /** The same for schemas of models, which are reported where they are declared. */
  readonly silent: Readonly<Record<Direction, BuildContext>>;
  readonly references: ReferenceReader;
  /** Several operations may share a part, whose problems are reported once. */
  reportOnce(code: DiagnosticCode, pointer: string, message: string): void;
}

export function createOperationContext(source: BuildSource): OperationContext {
  const { deep, dialect, document, report } = source;
  const unreported: BuildSource = {
    ...source,
    findings: { discriminators: [], ownValues: [], patterns: new Map() },
    report: () => {},
  };
  const reported = new Set<string>();
  return {
    reportOnce(code, pointer, message) {
      const key = `${code} ${pointer}`;
      if (reported.has(key)) return;
      reported.add(key);
      report(createDiagnostic(code, { file: document.file, pointer }, message));
    },
    dialect,
    parts: createPartReader(document, report),
    request: createBuildContext(source, "request").context,
    response: createBuildContext(source, "response").context,
    silent: {
      request: createBuildContext(unreported, "request").context,
      response: createBuildContext(unreported, "response").context,
    },
    references: createReferenceReader(document, deep, report),
  };
}
