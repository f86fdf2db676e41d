// A config file after its checks.

import type { OutputConfig } from "./keys.js";

export interface Config {
  readonly file: string;
  /** The folder of the config file, to which its paths are relative. */
  readonly folder: string;
  readonly outputs: readonly OutputConfig[];
}
