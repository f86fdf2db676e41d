// A reference to another file → that file, read by the same rules and within the same
// constraints as the document itself.

import { basename, extname, isAbsolute, relative } from "node:path";
import type { Report } from "../../diagnostics/diagnostic.js";
import { InputError } from "../../diagnostics/input-error.js";
import { showAddress } from "../../diagnostics/show-address.js";
import { readFile } from "../../source/files/read-file.js";
import { isRemote } from "../../source/locate.js";
import type { Network } from "../../source/read-url.js";
import {
  decodeSpec,
  formatOfName,
  type SpecText,
} from "../../source/spec-text.js";
import { parseText } from "../parse-text.js";
import type { SpecTree } from "../spec-tree.js";

export interface LinkedFileOptions {
  readonly network: Network;
  /** The folder that the file must be in. */
  readonly root: string;
}

/**
 * Prose (`description: {$ref: intro.md}`) is one string. Throws `InputError` as reading a
 * document does, and `ReadFailure` for a file that cannot be read.
 */
export async function readLinkedFile(
  location: string,
  file: string,
  { network, root }: LinkedFileOptions,
  report: Report,
): Promise<SpecTree> {
  const text = isRemote(location)
    ? { ...(await readRemote(location, network)), file }
    : readLocal(location, file, network.budget.limits.bytes, root);
  try {
    return parseText(text, network.budget, report);
  } catch (error) {
    const isProse = error instanceof InputError && isText(location);
    if (!isProse) throw error;
    return { file, location, root: text.text, apiVersion: null };
  }
}

async function readRemote(
  location: string,
  network: Network,
): Promise<SpecText> {
  const { readUrl } = await import("../../source/read-url.js");
  return readUrl(location, network);
}

function readLocal(
  location: string,
  file: string,
  limit: number,
  root: string,
): SpecText {
  const bytes = readFile(location, { limit, root });
  return decodeSpec(bytes, file, location, formatOfName(location));
}

/** How messages name a file: from where the document is named, as it is named there. */
export function displayName(
  location: string,
  file: string,
  cwd: string,
): string {
  if (isRemote(location) || isAbsolute(file)) return showAddress(location);
  const path = relative(cwd, location).replaceAll("\\", "/");
  return showAddress(path === "" ? basename(location) : path);
}

function isText(location: string): boolean {
  const path = isRemote(location) ? new URL(location).pathname : location;
  return /^\.(md|txt|html?)$/i.test(extname(path));
}
