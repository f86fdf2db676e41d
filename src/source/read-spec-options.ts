// What reading a document needs from around it.

import type { Readable } from "node:stream";
import type { Network } from "./read-url.js";

export interface ReadSpecOptions {
  /** The folder that relative paths and packages are looked up from. */
  readonly cwd: string;
  readonly stdin: () => Readable;
  readonly network: Network;
  /** Whether the user named the source, and not a pin from the network. */
  readonly isTrusted?: boolean;
}
