// Resolves links in a folder's path, also where the folder does not exist yet.

import { basename, dirname, join } from "node:path";
import { realPath } from "../source/files/read-file.js";

/** Resolves the existing part of the path, and appends the rest. */
export function resolveFolder(path: string): string {
  const real = realPath(path);
  const parent = dirname(path);
  if (real !== null || parent === path) return real ?? path;
  return join(resolveFolder(parent), basename(path));
}
