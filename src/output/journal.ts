// The journal of a run: the checksums of each file before and after it. It is on disk
// before the first file changes, so that after a killed run every changed file is still
// known to be ours.

import { join } from "node:path";
import { inputError } from "../diagnostics/input-error.js";
import { quoteAnySize } from "../diagnostics/quote.js";
import { parseJson, RepeatedKeyError } from "../source/text/parse-json.js";
import type { OutputFs } from "./output-fs.js";
import { objectionToPath } from "./output-path.js";
import { workNames } from "./work-folder.js";

/** Path → the SHA-256 checksums, in hex, that the file may have. */
export type Journal = ReadonlyMap<string, readonly string[]>;

/** Writes the journal atomically: a killed run leaves it complete or not at all. */
export function writeJournal(
  workDir: string,
  journal: Journal,
  fs: OutputFs,
): void {
  const path = join(workDir, workNames.journal);
  const text = JSON.stringify(Object.fromEntries(journal));
  const next = `${path}.new`;
  // A killed run may have left this file, or an attacker a link or a pipe in its place.
  // `wx` fails for anything that exists, instead of following or opening it.
  fs.rmSync(next, { force: true, recursive: true });
  fs.writeFileSync(next, text, { flag: "wx" });
  fs.renameSync(next, path);
}

/** Removes the journal; does nothing if there is none. */
export function removeJournal(workDir: string, fs: OutputFs): void {
  fs.rmSync(join(workDir, workNames.journal), { force: true });
}

/**
 * Parses a journal, which anyone may have edited. `file` is its name in messages.
 * @throws InputError
 */
export function parseJournal(text: string, file: string): Journal {
  const invalid = (reason: string) =>
    inputError(
      "output/invalid-journal",
      { file },
      `the journal of an interrupted run cannot be used: ${reason}`,
    );
  let root: unknown;
  try {
    root = parseJson(text);
  } catch (error) {
    if (error instanceof RepeatedKeyError) throw invalid(error.message);
    if (!(error instanceof SyntaxError)) throw error;
    throw invalid(`it is not JSON (${error.message})`);
  }
  if (typeof root !== "object" || root === null || Array.isArray(root)) {
    throw invalid("it must be an object: path to checksums");
  }
  const journal = new Map<string, readonly string[]>();
  for (const [path, checksums] of Object.entries(root)) {
    const quoted = quoteAnySize(path);
    const objection = objectionToPath(path);
    if (objection !== null) throw invalid(`the path ${quoted} ${objection}`);
    if (!isChecksums(checksums)) {
      throw invalid(`${quoted} must have an array of SHA-256 in hex`);
    }
    journal.set(path, checksums);
  }
  return journal;
}

function isChecksums(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.every(
      (checksum) =>
        typeof checksum === "string" && /^[0-9a-f]{64}$/.test(checksum),
    )
  );
}
