// All that is in a folder: path → bytes and time of change, so that a test can
// say that nothing was touched.

import { readdirSync, readFileSync, statSync } from "node:fs";
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
