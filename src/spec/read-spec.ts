// A source as the user writes it → the text of the document: a path, a URL, a
// file of an installed package, standard input, or a pin that names one of these.

import { resolve } from "node:path";
import { readPin } from "./pin.js";
import { readFileSource } from "./read-file-source.js";
import { type ReadBudget, requireBytes } from "./read-limits.js";
import { findPackageFile } from "./read-package.js";
import { readUrl } from "./read-url.js";
import { decodeSpec, type SpecText } from "./spec-text.js";

export interface ReadSpecOptions {
  /** The folder that relative paths and packages are looked up from. */
  readonly cwd: string;
  readonly stdin: () => Promise<Uint8Array>;
  readonly budget: ReadBudget;
}

/**
 * `spec/openapi.yaml`, `https://…/openapi.json`, `npm:@scope/name/file.json`, `-`.
 * Throws `InputError` where there is no document to read.
 */
export async function readSpec(
  source: string,
  options: ReadSpecOptions,
): Promise<SpecText> {
  const text = await readSource(source, options);
  const pin = readPin(text);
  return pin === null ? text : pin.follow(source, options, readSource);
}

async function readSource(
  source: string,
  { cwd, stdin, budget }: ReadSpecOptions,
): Promise<SpecText> {
  if (source === "-") {
    const [file, location] = ["<stdin>", resolve(cwd, "stdin")];
    const bytes = await stdin();
    requireBytes(bytes.byteLength, { file }, budget.limits);
    return decodeSpec(bytes, file, location, "unknown");
  }
  if (/^https?:\/\//i.test(source)) return readUrl(source, budget);
  const path = source.startsWith("npm:")
    ? findPackageFile(source, cwd)
    : source;
  return readFileSource(source, resolve(cwd, path), budget.limits);
}
