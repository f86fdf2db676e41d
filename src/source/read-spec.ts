// Reads the text of a document from any source that the user can name: a path, a URL, a
// file of an installed package, standard input, or a pin that refers to one of these.

import { resolve } from "node:path";
import { showAddress } from "../diagnostics/show-address.js";
import { findPackageFile } from "./find-package-file.js";
import { isRemote } from "./locate.js";
import { readPin } from "./pin.js";
import { readFileSource, readPipe } from "./read-file-source.js";
import type { ReadSpecOptions } from "./read-spec-options.js";
import { decodeSpec, type SpecText } from "./spec-text.js";

/**
 * `source` is `spec/openapi.yaml`, `https://…/openapi.json`,
 * `npm:@scope/name/file.json` or `-`.
 * @throws InputError if the document cannot be read
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
  { cwd, stdin, network, isTrusted = true }: ReadSpecOptions,
): Promise<SpecText> {
  const { budget, guard } = network;
  if (source === "-") {
    const [file, location] = ["<stdin>", resolve(cwd, "stdin")];
    const bytes = await readPipe(stdin(), file, budget);
    return decodeSpec(bytes, file, location, "unknown");
  }
  if (isRemote(source)) {
    if (isTrusted && URL.canParse(source)) guard.trust(new URL(source));
    // Imported on demand, since Node's network modules take long to load.
    const { readUrl } = await import("./read-url.js");
    return readUrl(source, network);
  }
  const path = source.startsWith("npm:")
    ? findPackageFile(source, cwd)
    : source;
  const full = resolve(cwd, path);
  return readFileSource({ source: showAddress(source), full, cwd }, budget);
}
