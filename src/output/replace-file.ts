// Writes one file of the user's as a whole, such as learnt presence facts.

import { renameSync, rmSync, writeFileSync } from "node:fs";

/** The file has its old or its new contents, also if the process is killed. */
export function replaceFile(path: string, contents: string, pid: number): void {
  const staged = `${path}.codegen-${pid}`;
  try {
    writeFileSync(staged, contents, { flag: "wx" });
    renameSync(staged, path);
  } catch (error) {
    rmSync(staged, { force: true });
    throw error;
  }
}
