// What every reader of a part of an operation is given.

import type { Report } from "../../diagnostics/diagnostic.js";
import type {
  BuildContext,
  Dialect,
  Direction,
} from "../../dialects/dialect.js";
import type { Discriminator } from "../../model/discriminator.js";
import type { SpecDocument } from "../../spec/parse-spec.js";
import { createBuildContext } from "../create-build-context.js";
import { createPartReader, type PartReader } from "./read-part.js";

export interface OperationContext {
  readonly dialect: Dialect;
  readonly parts: PartReader;
  /** Builds the types of what a client sends. */
  readonly request: BuildContext;
  /** Builds the types of what a client gets. */
  readonly response: BuildContext;
}

export function createOperationContext(
  document: SpecDocument,
  dialect: Dialect,
  report: Report,
  discriminators: Discriminator[],
): OperationContext {
  const builder = (direction: Direction) =>
    createBuildContext(document, dialect, direction, report, discriminators);
  return {
    dialect,
    parts: createPartReader(document, report),
    request: builder("request"),
    response: builder("response"),
  };
}
