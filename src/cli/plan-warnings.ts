// Warns about files and folders that a run leaves for the user to decide on.

import {
  createDiagnostic,
  type Diagnostic,
} from "../diagnostics/diagnostic.js";
import { findLeftovers } from "../output/find-leftovers.js";
import { manifestPath } from "../output/manifest.js";
import { locateOutput } from "../output/output-path.js";
import type { PlannedJob } from "./generate-job.js";

/** The most files that the message lists; `check` lists all. */
const mostNamedFiles = 10;

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

function unlistedWarnings(
  out: string,
  unlisted: readonly string[],
): Diagnostic[] {
  if (unlisted.length === 0) return [];
  const named = unlisted
    .slice(0, mostNamedFiles)
    .map((path) => JSON.stringify(path));
  const more = unlisted.length - named.length;
  const list = named.join(", ") + (more > 0 ? ` and ${more} more` : "");
  const message =
    unlisted.length === 1
      ? `a file has the header of generated files, but the manifest does not list it; it is kept: ${list}`
      : `${unlisted.length} files have the header of generated files, but the manifest does not list them; they are kept: ${list}`;
  const at = { file: locateOutput(out, manifestPath) };
  return [createDiagnostic("output/unlisted-file", at, message)];
}
