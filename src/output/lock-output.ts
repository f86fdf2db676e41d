// Locks an output folder, so that one run at a time writes to it. The lock is the work
// folder with a file in it whose name identifies the owner. A run creates it under a
// temporary name and renames it, which succeeds for one run only. A run takes over the
// lock of a process that has ended by renaming the owner file, which also succeeds for
// one run only.

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

/** How to acquire a lock. */
export interface LockOptions {
  readonly fs?: OutputFs;
  readonly processes: Processes;
  readonly checkpoint: Checkpoint;
  /** The maximum wait for another run, in milliseconds. */
  readonly lockTimeout: number;
}

/** A lock that this process holds. */
export interface OutputLock {
  readonly outDir: string;
  /**
   * Removes the work folder, except after a failure that left a journal, and output
   * folders that are new and empty. Never throws.
   */
  release(outcome: "done" | "failed"): void;
}

const pauseMs = 50;

/**
 * Acquires the lock. Creates the output folder if it does not exist.
 * @throws InputError if another run holds the lock for too long
 */
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
  let isHeld = false;
  try {
    await retry(outDir, options, (ownerFile) => {
      created.push(...makeOutDir(outDir, fs));
      isHeld =
        ownerFile === null
          ? claim(outDir, options)
          : takeOver(outDir, ownerFile, options);
      return isHeld;
    });
    sweep(outDir, fs);
    clearStaged(join(outDir, workFolder), fs);
    return lock;
  } catch (error) {
    if (isHeld) lock.release("failed");
    else removeEmptyFolders(created, fs);
    throw toWriteError(error, outDir, "", []);
  }
}

/**
 * Waits until no other run writes to the folder: until then, its contents are partly
 * old and partly new.
 */
export async function waitForWriter(
  outDir: string,
  options: LockOptions,
): Promise<void> {
  await retry(outDir, options, () => true);
}

/** Calls `act` whenever no living process holds the lock, until it returns true. */
async function retry(
  outDir: string,
  { fs = nodeFs, processes, checkpoint, lockTimeout }: LockOptions,
  act: (ownerFile: string | null) => boolean,
): Promise<void> {
  const end = performance.now() + lockTimeout;
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

/** Returns the name of the owner file; null if no run has the lock. */
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

/** Returns false if another run was faster. */
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
    // An empty folder is not a lock, but some systems do not let a rename replace it.
    succeeds(() => fs.rmdirSync(folder));
    if (hasCode(error, "ENOTEMPTY", "EEXIST")) return false;
    // Windows reports an existing target folder as a missing permission.
    const refused = hasCode(error, "EPERM", "EACCES", "EBUSY");
    if (refused && succeeds(() => fs.lstatSync(folder))) return false;
    // Another run has removed the candidate, or the output folder that it had created.
    const wasThere = !succeeds(() => fs.lstatSync(candidate));
    if (hasCode(error, "ENOENT") && wasThere) return false;
    throw error;
  }
}

/** Returns false if another run was faster. */
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
 * Removes folders that a killed run was creating or removing. A living run whose
 * candidate is removed notices it and creates another.
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
  // A remaining journal means that the files do not match the manifest. The next run
  // needs it, and takes over this lock after this process has ended.
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
