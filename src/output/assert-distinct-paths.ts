// Rejects output paths that collide: two paths for one file (on this system or on one
// that ignores case), or one path for both a file and a folder.

import {
  createDiagnostic,
  type Diagnostic,
} from "../diagnostics/diagnostic.js";
import { InputError } from "../diagnostics/input-error.js";
import { sortedByBytes } from "../ir/compare-bytes.js";
import { manifestPath } from "./manifest.js";
import { foldersAbove, foldPath } from "./output-path.js";

/** @throws InputError with a diagnostic for each collision */
export function assertDistinctPaths(
  outDir: string,
  paths: readonly string[],
): void {
  const problems: Diagnostic[] = [];
  const report = (message: string): void => {
    const at = { file: outDir };
    problems.push(createDiagnostic("output/path-collision", at, message));
  };

  const taken = new Map([[foldPath(manifestPath), manifestPath]]);
  const sorted = sortedByBytes(paths, (path) => path);
  for (const path of sorted) {
    const folded = foldPath(path);
    const other = taken.get(folded);
    if (other === undefined) taken.set(folded, path);
    else report(describeClash(other, path));
  }
  for (const path of sorted) {
    for (const folder of foldersAbove(path)) {
      const file = taken.get(foldPath(folder));
      if (file === undefined) continue;
      const [outer, inner] = [JSON.stringify(file), JSON.stringify(path)];
      report(`${outer} must be a file, and also the folder of ${inner}`);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
}

function describeClash(first: string, second: string): string {
  const path = JSON.stringify(second);
  if (first === manifestPath) {
    return `${path} is the path of the manifest`;
  }
  return first === second
    ? `two files have the path ${path}`
    : `${JSON.stringify(first)} and ${path} are the same file on systems that ignore case or Unicode normalisation`;
}
