// Locks several output folders, all or none.

import { realpathSync } from "node:fs";
import { inputError } from "../diagnostics/input-error.js";
import {
  type LockOptions,
  lockOutput,
  type OutputLock,
} from "./lock-output.js";

/**
 * Returns a function that releases all locks.
 * @throws InputError if two of the folders are the same one
 */
export async function lockOutputs(
  outDirs: readonly string[],
  options: LockOptions,
): Promise<OutputLock["release"]> {
  const locks: OutputLock[] = [];
  const held = new Map<string, string>();
  const release: OutputLock["release"] = (outcome) => {
    for (const lock of locks.toReversed()) lock.release(outcome);
  };
  try {
    // All runs lock in the same order, which prevents deadlocks.
    for (const outDir of [...outDirs].sort()) {
      const other = held.get(realFolder(outDir));
      if (other !== undefined) throw sameFolder(other, outDir);
      locks.push(await lockOutput(outDir, options));
      held.set(realFolder(outDir), outDir);
    }
  } catch (error) {
    release("failed");
    throw error;
  }
  return release;
}

/** Resolves links; returns the path unchanged where the folder does not exist. */
function realFolder(outDir: string): string {
  try {
    return realpathSync.native(outDir);
  } catch {
    return outDir;
  }
}

function sameFolder(held: string, requested: string): Error {
  const [first, second] = [JSON.stringify(held), JSON.stringify(requested)];
  return inputError(
    "config/invalid",
    { file: requested },
    `${first} and ${second} are one folder, and two outputs write to it`,
    "give each output a folder of its own",
  );
}
