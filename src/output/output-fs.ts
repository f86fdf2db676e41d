// What the output uses of `node:fs`, as a type: a test can make any call fail.

import type nodeFs from "node:fs";

export type OutputFs = Pick<
  typeof nodeFs,
  | "copyFileSync"
  | "linkSync"
  | "lstatSync"
  | "mkdirSync"
  | "renameSync"
  | "rmdirSync"
  | "statSync"
  | "unlinkSync"
  | "writeFileSync"
>;
