// The locks of several output folders, all held or none.

import { realpathSync } from "node:fs";
import { inputError } from "../diagnostics/input-error.js";
import {
  type LockOptions,
  lockOutput,
  type OutputLock,
} from "./lock-output.js";

/** Returns what releases them all. */
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
    // In one order, so that no two runs wait for each other.
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

/** As it is where the folder is not there. */
function realFolder(outDir: string): string {
  try {
    return realpathSync.native(outDir);
  } catch {
    return outDir;
  }
}

function sameFolder(one: string, other: string): Error {
  const [first, second] = [JSON.stringify(one), JSON.stringify(other)];
  return inputError(
    "config/invalid",
    { file: other },
    `${first} and ${second} are one folder, and two outputs write to it`,
    "give each output a folder of its own",
  );
}
