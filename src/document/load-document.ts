// Loads a document in named steps, from its source to a form that models can be built
// from. Also maps locations in the result back to the user's files.

import type { Diagnostic, Report } from "../diagnostics/diagnostic.js";
import { InputError } from "../diagnostics/input-error.js";
import { createHostGuard } from "../source/host-guard.js";
import { findRoot, type RootOptions } from "../source/locate.js";
import { createReadBudget, type ReadLimits } from "../source/read-limits.js";
import { readSpec } from "../source/read-spec.js";
import type { ReadSpecOptions } from "../source/read-spec-options.js";
import type { Network } from "../source/read-url.js";
import { bundleSpec } from "./bundle/bundle-spec.js";
import { checkExamples } from "./bundle/check-examples.js";
import {
  shortenForeignQuotes,
  shortenQuotes,
} from "./bundle/shorten-quotes.js";
import { copyTree } from "./copy-tree.js";
import { findDoubtful, leadsOut } from "./external-references.js";
import { lintDocument } from "./lint/lint-document.js";
import { applyOverlay } from "./overlay/apply-overlay.js";
import { parseSpec, requireDocument, type SpecDocument } from "./parse-spec.js";
import { parseText } from "./parse-text.js";
import { requireSize } from "./require-size.js";
import type { SpecTree } from "./spec-tree.js";
import { isSwagger, upgradeSpec } from "./swagger/upgrade-spec.js";
import { tooDeep } from "./too-deep.js";
import { type Origins, traceOrigin } from "./trace-origin.js";

/** How to load a document. */
export interface LoadOptions
  extends Omit<ReadSpecOptions, "network">,
    RootOptions {
  readonly limits: ReadLimits;
  /**
   * Overlays in the order of application, and the folder against which they are
   * resolved.
   */
  readonly overlays: readonly string[];
  readonly overlayFolder: string;
  /** True to fetch files that the document refers to. */
  readonly remote: boolean;
  /** True to let fetched files redirect or refer to private addresses of other hosts. */
  readonly remotePrivate: boolean;
  /** The schemas whose names the user chose. */
  readonly named: ReadonlySet<string>;
}

/** A document with the warnings of loading it. */
export interface LoadedDocument {
  readonly document: SpecDocument;
  readonly warnings: readonly Diagnostic[];
  /** Maps a diagnostic's location in `document` to the user's files. */
  readonly trace: Trace;
}

type Trace = (diagnostic: Diagnostic) => Diagnostic;

/**
 * Loads the document at `source`, e.g. `spec/openapi.yaml` or a URL.
 * @throws InputError
 */
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
  options: LoadOptions,
): Promise<LoadedDocument> {
  const { cwd, stdin, limits, named, remote } = options;
  const warnings: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void warnings.push(diagnostic);
  const budget = createReadBudget(limits);
  const guard = createHostGuard({ allowPrivate: options.remotePrivate });
  const network = { budget, guard };
  const origins: Origins = new WeakMap();

  const text = await readSpec(source, { cwd, stdin, network });
  const root = findRoot(text.location, options);
  const parsed = parseText(text, budget, report);
  const userTexts = new Map([[text.file, text.text]]);
  const overlaid = { ...options, network, root, userTexts };
  const tree = await applyOverlays(parsed, overlaid, origins, report);
  requireDocument(tree);
  let isBundled = false;
  warnings.push(...lintDocument(tree));
  const references = findDoubtful(tree.root);
  const written = references.filter(({ isMapping }) => !isMapping);
  checkExamples(tree, written, root, report);
  if (references.some(leadsOut)) {
    const linking = { network, cwd, named, remote, root };
    await bundleSpec(tree, linking, origins, report);
    isBundled = true;
  }
  const shorten: Trace = (diagnostic) => {
    if (!isBundled) return diagnostic;
    const isOwn = diagnostic.at === null || userTexts.has(diagnostic.at.file);
    return isOwn
      ? shortenForeignQuotes(diagnostic, [...userTexts.values()])
      : shortenQuotes(diagnostic);
  };
  const traceIn =
    (traced: SpecTree): Trace =>
    (diagnostic) =>
      shorten(traceOrigin(diagnostic, traced, origins));
  const joined = tree;
  const current = isSwagger(joined.root)
    ? traceFaults(traceIn(joined), () => upgradeSpec(joined, origins, report))
    : joined;
  const trace = traceIn(current);
  const all = warnings.map(shorten);
  const document = traceFaults(trace, () => {
    if (current !== joined) requireSize(current.root, current.file, limits);
    return parseSpec(current, (warning) => void all.push(trace(warning)));
  });
  return { document, warnings: all, trace };
}

interface OverlaySources
  extends Pick<LoadOptions, "overlayFolder" | "overlays" | "stdin"> {
  readonly network: Network;
  /** The folder that an overlay may read from. */
  readonly root: string;
  /** File → its text; gets the overlays' too. */
  readonly userTexts: Map<string, string>;
}

/** Applies the overlays, in their order, to a copy of the document. */
async function applyOverlays(
  tree: SpecTree,
  { network, overlayFolder, overlays, root, stdin, userTexts }: OverlaySources,
  origins: Origins,
  report: Report,
): Promise<SpecTree> {
  if (overlays.length === 0) return tree;
  const { budget } = network;
  const copy = { ...tree, root: copyTree(tree.root) };
  for (const file of overlays) {
    const text = await readSpec(file, { cwd: overlayFolder, stdin, network });
    userTexts.set(text.file, text.text);
    const overlay = parseText(text, budget, report);
    await applyOverlay(
      copy,
      overlay,
      { budget, folder: root },
      origins,
      report,
    );
  }
  return copy;
}

/** Errors refer to locations in the user's files. */
function traceFaults<Result>(trace: Trace, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.diagnostics.map(trace));
  }
}
