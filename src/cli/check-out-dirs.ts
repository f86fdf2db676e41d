// Rejects output folders that are equal, and those inside a work folder, which every
// run empties.

import { relative, sep } from "node:path";
import type { Location } from "../diagnostics/diagnostic.js";
import { type InputError, inputError } from "../diagnostics/input-error.js";
import { quoteAddress } from "../diagnostics/show-address.js";
import { appendPointer } from "../document/pointer.js";
import { resolveFolder } from "../output/resolve-folder.js";
import { isWorkFolder } from "../output/work-folder.js";

/** The folder of one output. */
interface JobFolder {
  /** The folder as the user wrote it. */
  readonly out: string;
  /** The absolute path. */
  readonly outDir: string;
  readonly at: Location;
}

/**
 * `folder` is the folder that relative paths start from. Folders above it may have any
 * name.
 * @throws InputError
 */
export function checkOutDirs(jobs: readonly JobFolder[], folder: string): void {
  const outDirs = new Map<string, JobFolder>();
  for (const job of jobs) {
    const real = resolveFolder(job.outDir);
    refuseWorkFolder(job, [
      relative(folder, job.outDir),
      relative(resolveFolder(folder), real),
    ]);
    const other = outDirs.get(real);
    if (other !== undefined) throw sameFolderError(other, job);
    outDirs.set(real, job);
  }
}

function refuseWorkFolder(job: JobFolder, paths: readonly string[]): void {
  const segments = paths.flatMap((path) => path.split(sep));
  const workFolder = segments.find((name) => isWorkFolder(name.toLowerCase()));
  if (workFolder === undefined) return;
  throw inputError(
    "config/invalid",
    outDirLocation(job),
    `the output folder ${quoteAddress(job.out)} is inside ${JSON.stringify(workFolder)}, the work folder of runs`,
    "choose another folder",
  );
}

function sameFolderError(first: JobFolder, second: JobFolder): InputError {
  const message =
    first.out === second.out
      ? `two outputs write to ${quoteAddress(first.out)}`
      : `${quoteAddress(first.out)} and ${quoteAddress(second.out)} are one folder, and two outputs write to it`;
  const help = "give each output a folder of its own";
  return inputError("config/invalid", outDirLocation(second), message, help);
}

function outDirLocation({ at }: JobFolder): Location {
  if (at.pointer === undefined) return { file: "--out" };
  return { ...at, pointer: appendPointer(at.pointer, "out") };
}
