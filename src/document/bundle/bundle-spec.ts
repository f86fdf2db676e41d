// A document that refers to other files → one document, with the referenced parts among
// its components. `origins` then maps them to their files.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { InputError } from "../../diagnostics/input-error.js";
import { requireSize } from "../require-size.js";
import type { SpecTree } from "../spec-tree.js";
import { noteOrigins, type Origins, traceOrigin } from "../trace-origin.js";
import { breakCircles } from "./break-circles.js";
import { joinFiles } from "./join-files.js";
import { type LinkOptions, loadLinkedFiles } from "./load-linked-files.js";

export interface BundleOptions extends LinkOptions {
  /** Schemas whose names the user chose: no warning about their numbers. */
  readonly named: ReadonlySet<string>;
}

/**
 * Changes the document: it is parsed for this run only.
 * @throws InputError for references that lead nowhere or to files that may not be read
 * @see https://spec.openapis.org/oas/v3.2.0#openapi-description-structure
 */
export async function bundleSpec(
  document: SpecTree,
  options: BundleOptions,
  origins: Origins,
  report: Report,
): Promise<void> {
  const { main, others, links } = await loadLinkedFiles(
    document,
    options,
    report,
  );
  const followed = breakCircles(links, report);
  for (const { file, root } of others) noteOrigins(origins, root, file);
  const renamings = joinFiles(main, followed);
  requireTree(document, options, origins);
  for (const { name, newName, pointer } of renamings) {
    // Types are named after schemas; other components have no types.
    const isSchema = /^#\/(components\/schemas|definitions)\//.test(pointer);
    if (!isSchema || options.named.has(newName)) continue;
    const diagnostic = createDiagnostic(
      "ref/renamed",
      { file: document.file, pointer },
      `there is another ${JSON.stringify(name)}, so this one is called ${JSON.stringify(newName)}`,
      `rename one of the two, or choose a name in the config: \`names: {${JSON.stringify(newName)}: …}\` beside \`out\``,
    );
    report(traceOrigin(diagnostic, document, origins));
  }
}

/** A part that replaces references may come to contain itself, or be too large in all. */
function requireTree(
  tree: SpecTree,
  { network }: BundleOptions,
  origins: Origins,
): void {
  try {
    requireSize(tree.root, tree.file, network.budget.limits);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.diagnostics.map((one) => traceOrigin(one, tree, origins)),
    );
  }
}
