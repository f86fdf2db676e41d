// Warns about files and folders that a run leaves for the user to decide on.

import {
  createDiagnostic,
  type Diagnostic,
} from "../diagnostics/diagnostic.js";
import { formatSome } from "../diagnostics/list-some.js";
import { findLeftovers } from "../output/find-leftovers.js";
import { manifestPath } from "../output/manifest.js";
import { locateOutput } from "../output/output-path.js";
import type { PlannedJob } from "./generate-job.js";

/** `when`: only after the run is it known which folders could not be removed. */
export function planWarnings(
  { job, plan }: PlannedJob,
  when: "before" | "after",
): Diagnostic[] {
  const leftovers = plan.unfinished
    ? findLeftovers(job.outDir, job.out, when, plan.workFolders)
    : [];
  return [...unlistedWarnings(job.out, plan.unlisted), ...leftovers];
}

/** The message lists some files only; `check` lists all. */
function unlistedWarnings(
  out: string,
  unlisted: readonly string[],
): Diagnostic[] {
  if (unlisted.length === 0) return [];
  const list = formatSome(unlisted);
  const message =
    unlisted.length === 1
      ? `a file has the header of generated files, but the manifest does not list it; it is kept: ${list}`
      : `${unlisted.length} files have the header of generated files, but the manifest does not list them; they are kept: ${list}`;
  const at = { file: locateOutput(out, manifestPath) };
  return [createDiagnostic("output/unlisted-file", at, message)];
}
