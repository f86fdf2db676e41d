// A path → the text of the document in that file.

import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import { decodeSpec, formatOfName, type SpecText } from "./spec-text.js";

/** `source` is how messages name the file, `path` where it is, from `cwd`. */
export function readFileSource(
  source: string,
  path: string,
  cwd: string,
): SpecText {
  const full = resolve(cwd, path);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(full);
  } catch (error) {
    throw unreadable(source, full, error);
  }
  return decodeSpec(bytes, source, formatOfName(full));
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
