// The state that all writing functions share.

import type { OutputFs } from "./output-fs.js";

/**
 * Is called between file system calls. Lets Node handle signals, which it cannot while
 * code runs, and throws to stop the run.
 */
export type Checkpoint = () => Promise<void>;

/** The means and the current position of a write. */
export interface Progress {
  readonly fs: OutputFs;
  readonly checkpoint: Checkpoint;
  /** The current file, for the message if it fails; `path` is `""` for a folder. */
  readonly at: { outDir: string; path: string };
}
