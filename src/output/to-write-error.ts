// Converts a failed write, after the changes were undone, to an error for the user.

import { inputError } from "../diagnostics/input-error.js";
import { quoteAddress } from "../diagnostics/show-address.js";
import { describeErrno, isErrnoError } from "../source/files/errno-error.js";
import { locateOutput } from "./output-path.js";
import type { StuckFile } from "./roll-back.js";

const remedies: Readonly<Record<string, string>> = {
  EDQUOT: "raise the quota or free space",
  ENOSPC: "free space on the disk",
  EROFS: "choose a writable folder with --out",
};

/**
 * `path` is the file that failed; `""` for a folder. Returns bugs and interruptions
 * unchanged where every change was undone.
 */
export function toWriteError(
  error: unknown,
  outDir: string,
  path: string,
  stuck: readonly StuckFile[],
): unknown {
  const file = path === "" ? outDir : locateOutput(outDir, path);
  if (!isErrnoError(error)) {
    if (stuck.length === 0 || !(error instanceof Error)) return error;
    // Files that could not be restored matter more than why the run stopped.
    const help = `${describeState(stuck)}; run again`;
    return inputError("output/unwritable", { file }, error.message, help);
  }
  const message = `cannot write ${quoteAddress(file)}: ${describeErrno(error)}`;
  const remedy =
    remedies[error.code] ??
    "check the permissions, or choose another folder with --out";
  const help = `${describeState(stuck)}; ${remedy}, then run again`;
  return inputError("output/unwritable", { file }, message, help);
}

function describeState(stuck: readonly StuckFile[]): string {
  if (stuck.length === 0) return "nothing on disk was changed";
  const files = stuck.map(({ path, backup }) =>
    backup === null
      ? `${JSON.stringify(path)} (new)`
      : `${JSON.stringify(path)} (backup: ${JSON.stringify(backup)})`,
  );
  return `these files could not be restored: ${files.join(", ")}`;
}
