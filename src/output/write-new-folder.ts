// Writes files to a folder that does not exist yet.

import {
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes files (path below the folder → contents). The folder appears with all of them,
 * or not at all, also if the process is killed. Returns false if it already exists.
 */
export function writeNewFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  pid: number,
): boolean {
  if (existsSync(folder)) return false;
  const staged = `${folder}.codegen-${pid}`;
  try {
    for (const [path, contents] of files) {
      const target = join(staged, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, contents, { flag: "wx" });
    }
    renameSync(staged, folder);
    return true;
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    throw error;
  }
}
