// What was done to the disk, step by step → the disk as it was before.

import type { OutputFs } from "./output-fs.js";

export type JournalEntry =
  | { readonly kind: "folder"; readonly path: string }
  /** A file of ours that must not stay. */
  | { readonly kind: "temporary"; readonly path: string }
  /** Written or removed; its old contents are in `backup`, null where it had none. */
  | {
      readonly kind: "replaced";
      readonly path: string;
      readonly backup: string | null;
    };

/** In the order of what was done; each step adds its own. */
export type Journal = JournalEntry[];

/** Undone from the last step to the first; returns the files that could not be put back. */
export function rollBack(
  journal: readonly JournalEntry[],
  fs: OutputFs,
): StuckFile[] {
  const stuck: StuckFile[] = [];
  for (const entry of journal.toReversed()) {
    try {
      undo(entry, stuck, fs);
    } catch {
      // The rest must be tried all the same. What remains of a temporary file
      // or a folder does no harm; only a file of the user's is worth a word.
      if (entry.kind === "replaced") stuck.push(entry);
    }
  }
  return stuck;
}

export interface StuckFile {
  readonly path: string;
  readonly backup: string | null;
}

function undo(
  entry: JournalEntry,
  stuck: readonly StuckFile[],
  fs: OutputFs,
): void {
  if (entry.kind === "folder") fs.rmdirSync(entry.path);
  else if (entry.kind === "replaced") {
    if (entry.backup === null) fs.unlinkSync(entry.path);
    else fs.renameSync(entry.backup, entry.path);
  } else if (!stuck.some((file) => file.backup === entry.path)) {
    fs.unlinkSync(entry.path);
  }
}
