// One run at a time writes to an output folder. The lock is the folder that a run
// works in, with the owner's name in it: created under a temporary name and renamed into place, which
// succeeds for one run only. The lock of a process that has ended is taken over by
// renaming the owner's file, which again succeeds for one run only.

import nodeFs from "node:fs";
import { join } from "node:path";
import { type InputError, inputError } from "../diagnostics/input-error.js";
import { quoteAddress } from "../diagnostics/show-address.js";
import { hasCode, isErrnoError } from "../source/files/errno-error.js";
import {
  describeSelf,
  formatOwner,
  hasEnded,
  type LockOwner,
  type Processes,
  parseOwner,
} from "./lock-owner.js";
import { makeOutDir, removeEmptyFolders } from "./make-folders.js";
import type { OutputFs } from "./output-fs.js";
import { locateOutput } from "./output-path.js";
import type { Checkpoint } from "./progress.js";
import { succeeds } from "./succeeds.js";
import { toWriteError } from "./to-write-error.js";
import {
  clearStaged,
  createWorkFolder,
  isWorkFolder,
  removeWorkFolder,
  uniqueSuffix,
  workFolder,
  workNames,
} from "./work-folder.js";

export interface LockOptions {
  readonly fs?: OutputFs;
  readonly processes: Processes;
  readonly checkpoint: Checkpoint;
  /** How long to wait for another run, in milliseconds. */
  readonly patience: number;
}

export interface OutputLock {
  readonly outDir: string;
  /** Removes all that a run needs only while it writes; never throws. */
  release(outcome: "done" | "failed"): void;
}

const pauseMs = 50;

/** Makes the output folder where it is not there. */
export async function lockOutput(
  outDir: string,
  options: LockOptions,
): Promise<OutputLock> {
  const { fs = nodeFs } = options;
  const created: string[] = [];
  const lock: OutputLock = {
    outDir,
    release: (outcome) => release(outDir, outcome, created, fs),
  };
  let held = false;
  try {
    await retry(outDir, options, (ownerFile) => {
      created.push(...makeOutDir(outDir, fs));
      held =
        ownerFile === null
          ? claim(outDir, options)
          : takeOver(outDir, ownerFile, options);
      return held;
    });
    sweep(outDir, fs);
    clearStaged(join(outDir, workFolder), fs);
    return lock;
  } catch (error) {
    if (held) lock.release("failed");
    else removeEmptyFolders(created, fs);
    throw toWriteError(error, outDir, "", []);
  }
}

/** While another run writes, what is on disk is neither old nor new. */
export async function waitForWriter(
  outDir: string,
  options: LockOptions,
): Promise<void> {
  await retry(outDir, options, () => true);
}

/** Until `act` succeeds, which is called only while no living process holds the lock. */
async function retry(
  outDir: string,
  { fs = nodeFs, processes, checkpoint, patience }: LockOptions,
  act: (ownerFile: string | null) => boolean,
): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    await checkpoint();
    const file = findOwnerFile(outDir, fs);
    const owner = file === null ? null : parseOwner(file);
    if (owner === null || hasEnded(owner, processes)) {
      if (act(file)) return;
    }
    if (performance.now() >= end) throw lockedError(outDir, owner);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** Null where no run has the lock. */
function findOwnerFile(outDir: string, fs: OutputFs): string | null {
  const folder = join(outDir, workFolder);
  const at = { file: locateOutput(outDir, workFolder) };
  const quoted = JSON.stringify(workFolder);
  try {
    const status = fs.lstatSync(folder);
    if (status.isSymbolicLink()) {
      throw inputError("output/link", at, `${quoted} is a link`);
    }
    if (!status.isDirectory()) {
      throw inputError("output/not-a-folder", at, `${quoted} is a file`);
    }
    const names = fs.readdirSync(folder);
    return names.find((name) => parseOwner(name) !== null) ?? null;
  } catch (error) {
    if (isErrnoError(error)) return null; // `claim` reports the cause
    throw error;
  }
}

/** False where another run was faster. */
function claim(
  outDir: string,
  { fs = nodeFs, processes }: LockOptions,
): boolean {
  const folder = join(outDir, workFolder);
  const unique = uniqueSuffix();
  const candidate = `${folder}-${unique}`;
  try {
    createWorkFolder(candidate, fs);
    const owner = formatOwner(describeSelf(processes), unique);
    fs.writeFileSync(join(candidate, owner), "");
    fs.renameSync(candidate, folder);
    return true;
  } catch (error) {
    succeeds(() => removeWorkFolder(candidate, fs));
    // An empty folder has no owner; not every system lets a folder replace it.
    succeeds(() => fs.rmdirSync(folder));
    if (hasCode(error, "ENOTEMPTY", "EEXIST")) return false;
    // On Windows a folder that is there is a missing permission.
    const refused = hasCode(error, "EPERM", "EACCES", "EBUSY");
    if (refused && succeeds(() => fs.lstatSync(folder))) return false;
    // Another run has swept the candidate, or the output folder that it had made.
    const wasThere = !succeeds(() => fs.lstatSync(candidate));
    if (hasCode(error, "ENOENT") && wasThere) return false;
    throw error;
  }
}

/** False where another run was faster. */
function takeOver(
  outDir: string,
  ownerFile: string,
  { fs = nodeFs, processes }: LockOptions,
): boolean {
  const folder = join(outDir, workFolder);
  const mine = formatOwner(describeSelf(processes), uniqueSuffix());
  try {
    fs.renameSync(join(folder, ownerFile), join(folder, mine));
    return true;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

/**
 * Folders that a killed run was making ready or removing. If a living run makes one
 * ready just now, that run notices and makes another.
 */
function sweep(outDir: string, fs: OutputFs): void {
  for (const name of fs.readdirSync(outDir)) {
    if (!isWorkFolder(name) || name === workFolder) continue;
    succeeds(() => removeWorkFolder(join(outDir, name), fs));
  }
}

function release(
  outDir: string,
  outcome: "done" | "failed",
  created: readonly string[],
  fs: OutputFs,
): void {
  const folder = join(outDir, workFolder);
  const journal = join(folder, workNames.journal);
  // A journal that is left means that the output is not as the manifest has it. The
  // next run needs it, and takes over the lock of this process when that has ended.
  if (outcome === "failed" && succeeds(() => fs.lstatSync(journal))) return;
  const aside = `${folder}-${uniqueSuffix()}`;
  if (succeeds(() => fs.renameSync(folder, aside))) {
    succeeds(() => removeWorkFolder(aside, fs));
  } else {
    succeeds(() => removeWorkFolder(folder, fs));
  }
  removeEmptyFolders(created, fs);
}

function lockedError(outDir: string, owner: LockOwner | null): InputError {
  const file = locateOutput(outDir, workFolder);
  const [quoted, at] = [quoteAddress(file), { file }];
  if (owner === null) {
    const message = `${quoted} exists, but codegen did not create it`;
    return inputError("output/locked", at, message, `remove ${quoted}`);
  }
  const { pid, host } = owner;
  return inputError(
    "output/locked",
    at,
    `another run is writing to ${quoteAddress(outDir)}: process ${pid} on ${host}`,
    `wait until it has ended, and run again; if there is no such process, remove ${quoted}`,
  );
}
