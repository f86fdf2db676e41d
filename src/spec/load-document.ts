// A source as the user writes it → a document that models can be built of, in named
// steps, and the way back from a place in it to the place that the user wrote.

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { applyOverlay } from "./apply-overlay.js";
import { bundleSpec } from "./bundle-spec.js";
import { checkExamples } from "./check-examples.js";
import { copyTree } from "./copy-tree.js";
import { findFaults } from "./find-faults.js";
import { findDoubtful, isExternal } from "./find-references.js";
import { mayReferOut } from "./may-refer-out.js";
import { parseSpec, requireDocument, type SpecDocument } from "./parse-spec.js";
import { parseText } from "./parse-text.js";
import { createReadBudget, type ReadLimits } from "./read-limits.js";
import { type ReadSpecOptions, readSpec } from "./read-spec.js";
import { tooDeep } from "./too-deep.js";
import { type Origins, traceOrigin } from "./trace-origin.js";
import { traceUpgrade } from "./trace-upgrade.js";
import { isSwagger, upgradeSpec } from "./upgrade-spec.js";

export interface LoadOptions extends Omit<ReadSpecOptions, "budget"> {
  readonly limits: ReadLimits;
  /** Overlays in the order in which they are applied, and the folder they are named from. */
  readonly overlays: readonly string[];
  readonly overlayFolder: string;
  /** Whether what the document refers to may be fetched from the network. */
  readonly remote: boolean;
  /** Schemas that the user chose a name for. */
  readonly named: ReadonlySet<string>;
}

export interface LoadedDocument {
  readonly document: SpecDocument;
  readonly warnings: readonly Diagnostic[];
  /** What is said of a place in `document` → the same of the place in the user's files. */
  readonly trace: Trace;
}

type Trace = (diagnostic: Diagnostic) => Diagnostic;

/** Throws `InputError` where there is no document, or none that can be read. */
export async function loadDocument(
  source: string,
  options: LoadOptions,
): Promise<LoadedDocument> {
  try {
    return await load(source, options);
  } catch (error) {
    throw tooDeep(error, source, options.limits) ?? error;
  }
}

async function load(
  source: string,
  { cwd, stdin, limits, named, remote, ...options }: LoadOptions,
): Promise<LoadedDocument> {
  const warnings: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void warnings.push(diagnostic);
  const budget = createReadBudget(limits);
  const origins: Origins = new WeakMap();

  const text = await readSpec(source, { cwd, stdin, budget });
  let tree = parseText(text, budget, report);
  if (options.overlays.length > 0) {
    const folder = options.overlayFolder;
    tree = { ...tree, root: copyTree(tree.root) }; // YAML shares by aliases
    for (const file of options.overlays) {
      const overlay = await readSpec(file, { cwd: folder, stdin, budget });
      const actions = parseText(overlay, budget, report);
      await applyOverlay(tree, actions, origins, report);
    }
  }
  requireDocument(tree);
  warnings.push(...findFaults(tree));
  if (options.overlays.length > 0 || mayReferOut(text.text)) {
    const references = findDoubtful(tree.root);
    checkExamples(tree, references, report);
    if (references.some(isExternal)) {
      const linking = { budget, cwd, named, remote };
      tree = await bundleSpec(tree, linking, origins, report);
    }
  }
  const whole = tree;
  let trace: Trace = (diagnostic) => traceOrigin(diagnostic, whole, origins);
  if (isSwagger(tree.root)) {
    tree = await upgradeSpec(tree, report);
    trace = (diagnostic) =>
      traceOrigin(traceUpgrade(diagnostic, whole), whole, origins);
  }
  return { document: parseSpec(tree, report), warnings, trace };
}
