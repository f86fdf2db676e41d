// A document that refers to other files → one document, with what it needs of them
// among its components; `origins` then knows what is from where. By Redocly's bundler,
// which is loaded only where a reference leaves the document, and given every file.

import type { Document } from "@redocly/openapi-core";
import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { InputError, inputError } from "../../diagnostics/input-error.js";
import { overLimit } from "../../source/read-limits.js";
import { isObject } from "../is-object.js";
import { appendPointer } from "../pointer.js";
import { requireSize } from "../require-size.js";
import type { SpecTree } from "../spec-tree.js";
import { noteOrigins, type Origins, traceOrigin } from "../trace-origin.js";
import { adoptParts } from "./adopt-parts.js";
import { breakCircles } from "./break-circles.js";
import type { LinkedFile } from "./find-part.js";
import { type LinkOptions, loadLinkedFiles } from "./load-linked-files.js";

export interface BundleOptions extends LinkOptions {
  /** Schemas that the user chose a name for, and so knows of. */
  readonly named: ReadonlySet<string>;
}

/** What the bundler can follow at least; its own steps take more of the stack than ours. */
const bundlerDepth = 600;

/** Throws `InputError` for references that lead nowhere, or to where they may not. */
export async function bundleSpec(
  document: SpecTree,
  options: BundleOptions,
  origins: Origins,
  report: Report,
): Promise<SpecTree> {
  const { files, links } = await loadLinkedFiles(document, options, report);
  breakCircles(links, report);
  const [main] = files;
  if (main !== undefined) adoptParts(main, links);
  for (const { file, root } of files.slice(1)) noteOrigins(origins, root, file);
  const { root, renamed } = await bundle(files).catch((error: unknown) => {
    if (error instanceof InputError) throw error;
    if (!(error instanceof RangeError)) throw notBundled(document.file, error);
    throw overLimit(
      "depth",
      { file: document.file },
      { ...options.network.budget.limits, depth: bundlerDepth },
      "a document of several files cannot be put together where they are deeper",
      "give inner schemas names and refer to them",
    );
  });
  const tree = { ...document, root };
  requireTree(tree, options, origins);
  for (const [name, other] of renamed) {
    const pointer = findSchema(root, other);
    // Types are named after schemas; what else is called has no effect.
    if (pointer === null || options.named.has(other)) continue;
    const diagnostic = createDiagnostic(
      "ref/renamed",
      { file: tree.file, pointer },
      `there is another ${JSON.stringify(name)}, so this one is called ${JSON.stringify(other)}`,
      `rename one of the two, or choose a name in the config: \`names: {${JSON.stringify(other)}: …}\` beside \`out\``,
    );
    report(traceOrigin(diagnostic, tree, origins));
  }
  return tree;
}

/** The bundler puts values in place of references that OpenAPI has no place for (`type: {$ref}`). */
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

/** The library reads values without asking what they are, and knows no place of them. */
function notBundled(file: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return inputError(
    "spec/not-bundled",
    { file },
    `the files of this document cannot be put together (${reason.slice(0, 200)})`,
  );
}

interface Bundle {
  readonly root: unknown;
  /** The names that two parts have, and what the second one is called. */
  readonly renamed: readonly (readonly [string, string])[];
}

async function bundle(files: readonly LinkedFile[]): Promise<Bundle> {
  const redocly = await import("@redocly/openapi-core");
  const documents = files.map(({ id, root }) => ({
    source: new redocly.Source(id, ""),
    parsed: root,
  }));
  const [main] = documents;
  if (main === undefined || !isObject(main.parsed)) {
    throw new TypeError("a document with references is an object");
  }

  /** Has all there is; whatever else it is asked for is in an example or an extension. */
  class LoadedFiles extends redocly.BaseResolver {
    override resolveExternalRef(_base: string | null, ref: string): string {
      return ref;
    }
    override async resolveDocument<Parsed>(_base: string | null, ref: string) {
      const found = documents.find(({ source }) => source.absoluteRef === ref);
      // The caller says what it takes the file for; the bundler's own does not look either.
      if (found !== undefined) return found as Document<Parsed>;
      throw new redocly.ResolveError(new Error("not followed"));
    }
  }

  const { openapi, swagger } = main.parsed;
  Object.assign(main.parsed, knownVersion(main.parsed));
  const { problems } = await redocly.bundle({
    doc: main,
    config: await redocly.createConfig({ extends: [] }),
    externalRefResolver: new LoadedFiles(),
  });
  if (openapi !== undefined) main.parsed.openapi = openapi;
  else main.parsed.swagger = swagger;
  // All else that it finds was found before, or has no effect.
  const renamed = problems.flatMap(({ message }) => {
    const [, name, other] = /Renamed (.+) to (.+)\.$/.exec(message) ?? [];
    return name === undefined || other === undefined
      ? []
      : [[name, other] as const];
  });
  return { root: main.parsed, renamed };
}

/** `Error-2 → #/components/schemas/Error-2`; null where it is no schema. */
function findSchema(root: unknown, name: string): string | null {
  const { components, definitions } = isObject(root) ? root : {};
  const { schemas } = isObject(components) ? components : {};
  if (isObject(schemas) && Object.hasOwn(schemas, name)) {
    return appendPointer("#/components/schemas", name);
  }
  return isObject(definitions) && Object.hasOwn(definitions, name)
    ? appendPointer("#/definitions", name)
    : null;
}

/** The bundler takes only versions that it knows; what it does is the same for all of 3. */
function knownVersion({
  openapi,
  swagger,
}: Readonly<Record<string, unknown>>): Record<string, string> {
  if (openapi === undefined && swagger !== undefined) return { swagger: "2.0" };
  const known = typeof openapi === "string" && /^3\.[012]\./.test(openapi);
  return { openapi: known ? openapi : "3.2.0" };
}
