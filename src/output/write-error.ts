// A failed write, after everything was undone → what to tell the user.

import { inputError } from "../diagnostics/input-error.js";
import { describeErrno, isErrnoError } from "../files/errno.js";
import { locateOutput } from "./output-path.js";
import type { StuckFile } from "./roll-back.js";

const remedies: Readonly<Record<string, string>> = {
  EDQUOT: "raise the quota or make room",
  ENOSPC: "make room on the disk",
  EROFS: "choose a folder that can be written with --out",
};

/** `path` is the file it failed at, `""` if that was a folder. Bugs come back as they are. */
export function toWriteError(
  error: unknown,
  outDir: string,
  path: string,
  stuck: readonly StuckFile[],
): unknown {
  if (!isErrnoError(error)) return error;
  const file = path === "" ? outDir : locateOutput(outDir, path);
  const message = `cannot write ${JSON.stringify(file)}: ${describeErrno(error)}`;
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
      : `${JSON.stringify(path)} (its old contents are in ${JSON.stringify(backup)})`,
  );
  return `these files could not be put back as they were: ${files.join(", ")}`;
}
