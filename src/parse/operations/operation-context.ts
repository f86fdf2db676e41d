// The context that every reader of a part of an operation receives.

import type { BuildContext, Dialect } from "../../dialects/dialect.js";
import {
  type BuildSource,
  createBuildContext,
} from "../create-build-context.js";
import { createPartReader, type PartReader } from "./create-part-reader.js";

export interface OperationContext {
  readonly dialect: Dialect;
  readonly parts: PartReader;
  /** Builds the types of requests. */
  readonly request: BuildContext;
  /** Builds the types of responses. */
  readonly response: BuildContext;
}

export function createOperationContext(source: BuildSource): OperationContext {
  const { dialect, document, report } = source;
  return {
    dialect,
    parts: createPartReader(document, report),
    request: createBuildContext(source, "request").context,
    response: createBuildContext(source, "response").context,
  };
}
