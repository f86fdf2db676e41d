// The regular files below a folder, for packages and folders of samples.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { asReadFailure, inspectPath, ReadFailure } from "./read-file.js";

/** Far more than a package of types has. */
const mostFiles = 20_000;

/**
 * Returns the paths of files that end in `ending`, relative to `folder` and sorted in
 * byte order. Links to folders are not followed, so that the search ends.
 * @throws ReadFailure
 */
export function listFiles(folder: string, ending: string): readonly string[] {
  if (inspectPath(folder) !== "directory") {
    throw new ReadFailure("missing", "is not a folder");
  }
  const found: string[] = [];
  const pending = [""];
  for (let below = pending.pop(); below !== undefined; below = pending.pop()) {
    const prefix = below;
    const entries = asReadFailure(() =>
      readdirSync(join(folder, prefix), { withFileTypes: true }),
    );
    for (const entry of entries) {
      const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isFile() && path.endsWith(ending)) found.push(path);
    }
    if (found.length + pending.length > mostFiles) {
      throw new ReadFailure("too-large", `has ${mostFiles} files or more`);
    }
  }
  return found.sort((left, right) => (left < right ? -1 : 1));
}
