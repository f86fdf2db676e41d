// A path → the text of the document in that file.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { InputError, inputError } from "../diagnostics/input-error.js";
import { type ReadLimits, requireBytes } from "./read-limits.js";
import { decodeSpec, formatOfName, type SpecText } from "./spec-text.js";

/** `source` is how messages name the file, `full` its absolute path. */
export function readFileSource(
  source: string,
  full: string,
  limits: ReadLimits,
): SpecText {
  const at = { file: source };
  let bytes: Uint8Array;
  try {
    requireBytes(statSync(full).size, at, limits); // before it is in memory
    bytes = readFileSync(full);
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(source, full, error);
  }
  requireBytes(bytes.byteLength, at, limits); // a pipe has no size beforehand
  return decodeSpec(bytes, source, full, formatOfName(full));
}

function unreadable(source: string, full: string, error: unknown): Error {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return inputError(
      "spec/not-found",
      { file: source },
      `there is no file ${JSON.stringify(source)}`,
      didYouMean(basename(full), siblings(full)) ?? undefined,
    );
  }
  if (code === "EISDIR") {
    return inputError(
      "spec/directory",
      { file: source },
      `${JSON.stringify(source)} is a directory`,
    );
  }
  return inputError(
    "spec/unreadable",
    { file: source },
    `${JSON.stringify(source)} cannot be read (${String(code ?? error)})`,
  );
}

function siblings(full: string): string[] {
  try {
    return readdirSync(dirname(full));
  } catch {
    return [];
  }
}
