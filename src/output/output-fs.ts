// The functions of `node:fs` that writing uses, as an interface: tests can make any
// call fail.

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

/** The subset of `node:fs`; all calls are synchronous. */
export interface OutputFs extends Calls {
  /** Returns the names only. */
  readdirSync(folder: string): string[];
}
