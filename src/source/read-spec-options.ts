// The surroundings that reading a document depends on.

import type { Readable } from "node:stream";
import type { Network } from "./read-url.js";

export interface ReadSpecOptions {
  /** The folder that relative paths and packages are resolved from. */
  readonly cwd: string;
  readonly stdin: () => Readable;
  readonly network: Network;
  /** True if the user named the source; false if a pin fetched from the network did. */
  readonly isTrusted?: boolean;
}
