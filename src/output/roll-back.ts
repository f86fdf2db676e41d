// Undoes the changes of a failed run.

import type { OutputFs } from "./output-fs.js";

/** A change to undo. */
export type Undo =
  /** A folder that the run created. */
  | { readonly kind: "folder"; readonly path: string }
  /**
   * A file that the run wrote or removed. `backup` holds its old contents; null for a
   * new file.
   */
  | {
      readonly kind: "replaced";
      readonly path: string;
      readonly backup: string | null;
    };

/** A file that could not be restored. */
export interface StuckFile {
  readonly path: string;
  readonly backup: string | null;
}

/** Undoes the steps from last to first; returns the files that could not be restored. */
export function rollBack(steps: readonly Undo[], fs: OutputFs): StuckFile[] {
  const stuck: StuckFile[] = [];
  for (const step of steps.toReversed()) {
    try {
      if (step.kind === "folder") fs.rmdirSync(step.path);
      else if (step.backup === null) fs.unlinkSync(step.path);
      else fs.renameSync(step.backup, step.path);
    } catch {
      // The other steps are still worth trying. A folder that stays is harmless; only
      // files have to be reported.
      if (step.kind === "replaced") stuck.push(step);
    }
  }
  return stuck;
}
