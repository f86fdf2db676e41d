// Reads a document from a path that the user named: a regular file, or a pipe such as
// the one of `--spec <(command)` in a shell.

import { readdirSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { Readable } from "node:stream";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import { quoteAddress } from "../diagnostics/show-address.js";
import { assertNever } from "../ir/assert-never.js";
import { ReadFailure, readFile } from "./files/read-file.js";
import { isInherited, openPipe, readStream } from "./files/read-stream.js";
import { overLimit, type ReadBudget, tooManyBytes } from "./read-limits.js";
import { decodeSpec, formatOfName, type SpecText } from "./spec-text.js";

/** The file to read. */
export interface NamedFile {
  /** The name for messages. */
  readonly source: string;
  /** The absolute path. */
  readonly full: string;
  /** The folder against which a document from an inherited pipe resolves its references. */
  readonly cwd: string;
}

/** @throws InputError if the file is missing, unreadable or beyond a limit */
export async function readFileSource(
  { source, full, cwd }: NamedFile,
  budget: ReadBudget,
): Promise<SpecText> {
  try {
    const pipe = openPipe(full);
    const bytes =
      pipe === null
        ? readFile(full, { limit: budget.limits.bytes })
        : await readPipe(pipe, source, budget);
    const location = isInherited(full) ? resolve(cwd, "stdin") : full;
    return decodeSpec(bytes, source, location, formatOfName(full));
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    throw unreadable(source, full, error, budget);
  }
}

/**
 * Reads standard input or another pipe.
 * @throws InputError beyond a limit
 */
export function readPipe(
  pipe: Readable,
  file: string,
  budget: ReadBudget,
): Promise<Uint8Array> {
  const at = { file };
  const { limits } = budget;
  return budget.wait(at, async (milliseconds) => {
    const limit = limits.bytes;
    const signal = AbortSignal.timeout(milliseconds);
    const bytes = await readStream(pipe, { limit, signal });
    if (bytes === "too-slow") {
      throw overLimit("seconds", at, limits, "the input did not end");
    }
    if (bytes === "too-large") throw tooManyBytes(at, limits);
    return bytes;
  });
}

function unreadable(
  source: string,
  full: string,
  { kind, message }: ReadFailure,
  { limits }: ReadBudget,
): Error {
  const at = { file: source };
  const quoted = quoteAddress(source);
  switch (kind) {
    case "missing":
      return inputError(
        "spec/not-found",
        at,
        `there is no file ${quoted}`,
        didYouMean(basename(full), siblings(full)) ?? undefined,
      );
    case "too-large":
      return overLimit("bytes", at, limits, `this one ${message}`);
    case "directory":
      return inputError("spec/directory", at, `${quoted} is a directory`);
    case "not-regular":
    case "outside":
    case "refused":
      return inputError("spec/unreadable", at, `${quoted} ${message}`);
    default:
      return assertNever(kind);
  }
}

function siblings(full: string): string[] {
  try {
    return readdirSync(dirname(full));
  } catch {
    return [];
  }
}
