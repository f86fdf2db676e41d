// What was done to the disk, step by step → the disk as it was before.

import type { OutputFs } from "./output-fs.js";

export type Undo =
  /** Made by us. */
  | { readonly kind: "folder"; readonly path: string }
  /** Written or removed; its old contents are in `backup`, null where it had none. */
  | {
      readonly kind: "replaced";
      readonly path: string;
      readonly backup: string | null;
    };

export interface StuckFile {
  readonly path: string;
  readonly backup: string | null;
}

/** Undone from the last step to the first; returns the files that could not be put back. */
export function rollBack(steps: readonly Undo[], fs: OutputFs): StuckFile[] {
  const stuck: StuckFile[] = [];
  for (const step of steps.toReversed()) {
    try {
      if (step.kind === "folder") fs.rmdirSync(step.path);
      else if (step.backup === null) fs.unlinkSync(step.path);
      else fs.renameSync(step.backup, step.path);
    } catch {
      // The rest must be tried all the same. An empty folder does no harm; only
      // a file of the user's must be reported.
      if (step.kind === "replaced") stuck.push(step);
    }
  }
  return stuck;
}
