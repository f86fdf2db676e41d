// One change to a file → the new contents beside it under a temporary name, and
// a second name for the old contents. Neither touches the file itself.

import { constants } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { OutputFs } from "./output-fs.js";
import type { Journal } from "./roll-back.js";

export interface Change {
  readonly path: string;
  /** Null to remove the file. */
  readonly contents: string | null;
  /** Whether there is a file now. */
  readonly exists: boolean;
}

export interface StagedChange {
  readonly path: string;
  readonly target: string;
  /** Holds the new contents; null to remove the file. */
  readonly temporary: string | null;
  /** Holds the old contents; null where there are none. */
  readonly backup: string | null;
}

/** `suffix` makes the temporary names unique. */
export function stageChange(
  { path, contents, exists }: Change,
  outDir: string,
  suffix: string,
  journal: Journal,
  fs: OutputFs,
): StagedChange {
  const target = join(outDir, path);
  let temporary: string | null = null;
  let backup: string | null = null;
  if (contents !== null) {
    temporary = nameBeside(target, `tmp-${suffix}`);
    // Noted first: on a full disk, half a file is left of the attempt.
    journal.push({ kind: "temporary", path: temporary });
    fs.writeFileSync(temporary, contents, { flag: "wx" });
  }
  if (exists) {
    backup = nameBeside(target, `tmp-${suffix}-old`);
    journal.push({ kind: "temporary", path: backup });
    keepUnderSecondName(target, backup, fs);
  }
  return { path, target, temporary, backup };
}

/** The name is cut so that the whole stays below the usual 255 bytes. */
function nameBeside(target: string, suffix: string): string {
  const name = basename(target).slice(0, 60);
  return join(dirname(target), `.${name}.codegen-${suffix}`);
}

/** A hard link costs no room and keeps the time stamp, but not every system has it. */
function keepUnderSecondName(
  target: string,
  backup: string,
  fs: OutputFs,
): void {
  try {
    fs.linkSync(target, backup);
  } catch {
    fs.copyFileSync(target, backup, constants.COPYFILE_EXCL);
  }
}
