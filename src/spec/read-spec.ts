// A source as the user writes it → the text of the document: a path, a URL, a
// file of an installed package, standard input, or a pin that names one of these.

import { readPin } from "./pin.js";
import { readFileSource } from "./read-file-source.js";
import { findPackageFile } from "./read-package.js";
import { readUrl } from "./read-url.js";
import { decodeSpec, type SpecText } from "./spec-text.js";

export interface ReadSpecOptions {
  /** The folder that relative paths and packages are looked up from. */
  readonly cwd: string;
  readonly stdin: () => Promise<Uint8Array>;
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
  { cwd, stdin }: ReadSpecOptions,
): Promise<SpecText> {
  if (source === "-") return decodeSpec(await stdin(), "<stdin>", "unknown");
  if (/^https?:\/\//i.test(source)) return readUrl(source);
  if (source.startsWith("npm:")) {
    return readFileSource(source, findPackageFile(source, cwd), cwd);
  }
  return readFileSource(source, source, cwd);
}
