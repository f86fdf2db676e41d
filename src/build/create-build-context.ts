// What the rules are given to build types with: one context for what a document
// says of requests, one for what it says of responses.

import type { Report } from "../diagnostics/diagnostic.js";
import type { BuildContext, Dialect, Direction } from "../dialects/dialect.js";
import type { Discriminator } from "../model/discriminator.js";
import type { SpecDocument } from "../spec/parse-spec.js";
import { buildType } from "./build-type.js";
import { createReferenceReader } from "./read-reference.js";

export function createBuildContext(
  document: SpecDocument,
  dialect: Dialect,
  direction: Direction,
  report: Report,
  discriminators: Discriminator[],
): BuildContext {
  const references = createReferenceReader(document, report);
  const context: BuildContext = {
    file: document.file,
    direction,
    report,
    build: (schema, pointer) =>
      buildType(schema, pointer, {
        context,
        dialect,
        references,
        discriminators,
      }),
  };
  return context;
}
