// The outputs → an error where two of them are one folder, or where one is in a folder
// that runs work in, which every run empties.

import { relative, sep } from "node:path";
import type { Location } from "../diagnostics/diagnostic.js";
import { type InputError, inputError } from "../diagnostics/input-error.js";
import { quoteAddress } from "../diagnostics/show-address.js";
import { appendPointer } from "../document/pointer.js";
import { resolveFolder } from "../output/resolve-folder.js";
import { isWorkFolder } from "../output/work-folder.js";

/** Of an output. */
interface JobFolder {
  /** As the user wrote it. */
  readonly out: string;
  /** Absolute. */
  readonly outDir: string;
  readonly at: Location;
}

/** `folder`: where the paths start from; the names above it do not matter. */
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
  const found = segments.find((name) => isWorkFolder(name.toLowerCase()));
  if (found === undefined) return;
  throw inputError(
    "config/invalid",
    outDirPlace(job),
    `the output folder ${quoteAddress(job.out)} is inside ${JSON.stringify(found)}, the work folder of runs`,
    "choose another folder",
  );
}

function sameFolderError(one: JobFolder, other: JobFolder): InputError {
  const message =
    one.out === other.out
      ? `two outputs write to ${quoteAddress(one.out)}`
      : `${quoteAddress(one.out)} and ${quoteAddress(other.out)} are one folder, and two outputs write to it`;
  const help = "give each output a folder of its own";
  return inputError("config/invalid", outDirPlace(other), message, help);
}

function outDirPlace({ at }: JobFolder): Location {
  if (at.pointer === undefined) return { file: "--out" };
  return { ...at, pointer: appendPointer(at.pointer, "out") };
}
