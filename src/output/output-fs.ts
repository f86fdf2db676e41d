// What writing uses of `node:fs`, as a type: a test can make any call fail.

import type nodeFs from "node:fs";

type Calls = Pick<
  typeof nodeFs,
  | "copyFileSync"
  | "linkSync"
  | "lstatSync"
  | "mkdirSync"
  | "renameSync"
  | "rmdirSync"
  | "rmSync"
  | "statSync"
  | "unlinkSync"
  | "writeFileSync"
>;

export interface OutputFs extends Calls {
  /** The names only. */
  readdirSync(folder: string): string[];
}
