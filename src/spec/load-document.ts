// A source as the user writes it → a document that models can be built of, in named
// steps, and the way back from a place in it to the place that the user wrote.

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { findFaults } from "./find-faults.js";
import { parseSpec, type SpecDocument } from "./parse-spec.js";
import { parseText } from "./parse-text.js";
import { createReadBudget, type ReadLimits } from "./read-limits.js";
import { type ReadSpecOptions, readSpec } from "./read-spec.js";
import { traceUpgrade } from "./trace-upgrade.js";
import { isSwagger, upgradeSpec } from "./upgrade-spec.js";

export interface LoadOptions extends Omit<ReadSpecOptions, "budget"> {
  readonly limits: ReadLimits;
}

export interface LoadedDocument {
  readonly document: SpecDocument;
  readonly warnings: readonly Diagnostic[];
  /** What is said of a place in `document` → the same of the place in the user's files. */
  readonly trace: (diagnostic: Diagnostic) => Diagnostic;
}

/** Throws `InputError` where there is no document, or none that can be read. */
export async function loadDocument(
  source: string,
  { cwd, stdin, limits }: LoadOptions,
): Promise<LoadedDocument> {
  const warnings: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void warnings.push(diagnostic);
  const budget = createReadBudget(limits);
  const text = await readSpec(source, { cwd, stdin, budget });
  const tree = parseText(text, budget);
  warnings.push(...findFaults(tree));
  if (!isSwagger(tree.root)) {
    const document = parseSpec(tree, report);
    return { document, warnings, trace: (diagnostic) => diagnostic };
  }
  const document = parseSpec(await upgradeSpec(tree, report), report);
  const trace = (diagnostic: Diagnostic) =>
    traceUpgrade(diagnostic, document.file);
  return { document, warnings, trace };
}
