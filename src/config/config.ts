// A config file that has passed its checks.

import type { OutputConfig } from "./keys.js";

export interface Config {
  readonly file: string;
  /** The folder that the config's paths start from. */
  readonly folder: string;
  readonly outputs: readonly OutputConfig[];
}
