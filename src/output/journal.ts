// The record of a run that is writing: each path with the checksums that its file
// may have, before and after. It is on disk before the first file changes, so
// that a run that was killed leaves no file of which we do not know that it is ours.

import { join } from "node:path";
import { inputError } from "../diagnostics/input-error.js";
import { quoteAnySize } from "../diagnostics/quote.js";
import { parseJson, RepeatedKeyError } from "../source/text/parse-json.js";
import type { OutputFs } from "./output-fs.js";
import { objectionToPath } from "./output-path.js";
import { workNames } from "./work-folder.js";

/** Path → checksums, in hex. */
export type Journal = ReadonlyMap<string, readonly string[]>;

/** At once and whole: a killed run leaves no half of it. */
export function writeJournal(
  workDir: string,
  journal: Journal,
  fs: OutputFs,
): void {
  const path = join(workDir, workNames.journal);
  const text = JSON.stringify(Object.fromEntries(journal));
  const next = `${path}.new`;
  // A killed run may have left one. A stranger may have planted a link or a pipe, which
  // writing would follow or wait for: `wx` opens nothing that is there.
  fs.rmSync(next, { force: true, recursive: true });
  fs.writeFileSync(next, text, { flag: "wx" });
  fs.renameSync(next, path);
}

export function removeJournal(workDir: string, fs: OutputFs): void {
  fs.rmSync(join(workDir, workNames.journal), { force: true });
}

/** `file` is how messages name the text's origin. Anyone may have changed it. */
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
    value.every((one) => typeof one === "string" && /^[0-9a-f]{64}$/.test(one))
  );
}
