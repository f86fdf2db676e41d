// What the functions that write share.

import type { OutputFs } from "./output-fs.js";

/**
 * Called between calls of the file system: lets a signal in now and then, as Node
 * handles none while code runs, and throws where the run is to stop.
 */
export type Checkpoint = () => Promise<void>;

export interface Progress {
  readonly fs: OutputFs;
  readonly checkpoint: Checkpoint;
  /** Where it is now, for the message if it fails; `""` for a folder. */
  readonly at: { outDir: string; path: string };
}
