// All that is in a folder: path → bytes and time of change, so that a test can
// say that nothing was touched.

import {
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
} from "node:fs";
import { join } from "node:path";

export interface FileState {
  readonly text: string;
  readonly mtimeMs: number;
}

export function readFolder(folder: string): Record<string, FileState> {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = entries
    .sort()
    .filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files.map((path) => {
      const full = join(folder, path);
      const { mtimeMs } = statSync(full);
      return [path, { text: readFileSync(full, "utf8"), mtimeMs }];
    }),
  );
}

export function readTexts(folder: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(readFolder(folder)).map(([path, { text }]) => [path, text]),
  );
}

/** Every entry, folders and links too, with the file behind its name: what a run could have changed. */
export function snapshotFolder(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const path of readdirSync(folder, {
    recursive: true,
    encoding: "utf8",
  })) {
    const full = join(folder, path);
    const status = lstatSync(full, { bigint: true });
    const stamp = `${status.mtimeNs} ${status.ino} ${status.mode}`;
    if (status.isDirectory()) found[path] = stamp;
    else if (status.isSymbolicLink()) found[path] = `-> ${readlinkSync(full)}`;
    else found[path] = `${stamp} ${readFileSync(full, "latin1")}`; // byte for byte
  }
  return found;
}
