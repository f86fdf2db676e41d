// A folder's path, also of one that is not there yet → where links on the way lead.

import { basename, dirname, join } from "node:path";
import { realPath } from "../source/files/read-file.js";

export function resolveFolder(path: string): string {
  const real = realPath(path);
  const parent = dirname(path);
  if (real !== null || parent === path) return real ?? path;
  return join(resolveFolder(parent), basename(path));
}
