// A path below the output folder → whether it is safe to use. Names come from a
// stranger's document, and from a manifest that anyone may have edited.

import {
  createDiagnostic,
  type Diagnostic,
} from "../diagnostics/diagnostic.js";
import { InputError } from "../diagnostics/input-error.js";
import { quoteAnySize } from "../diagnostics/quote.js";
import { isWorkFolder } from "./work-folder.js";

/** No system takes a longer one. */
const longestPath = 4096;

/** Why a path may not be used, to go behind "the path … "; null where it may. */
export function objectionToPath(path: string): string | null {
  if (path === "") return "is empty";
  if (path.length > longestPath)
    return `is longer than ${longestPath} characters`;
  if (path.includes("\0")) return "contains a NUL character";
  if (path.includes("\\")) return "contains a backslash";
  // Half a surrogate pair has no UTF-8: it would be written under another name.
  if (/\p{Surrogate}/u.test(path)) return "is not valid Unicode";
  if (path.startsWith("/") || /^[a-z]:/i.test(path)) return "is absolute";
  for (const segment of path.split("/")) {
    if (segment === "") return "has an empty segment";
    if (segment === "." || segment === "..") {
      return `has the segment ${JSON.stringify(segment)}`;
    }
    if (isWorkFolder(segment.toLowerCase())) {
      return `has the segment ${JSON.stringify(segment)}, the work folder of runs`;
    }
    // Such as `.git/config`: a name of ours never begins with a dot.
    if (segment.startsWith(".")) {
      return `has the segment ${JSON.stringify(segment)}, which begins with a dot`;
    }
  }
  return null;
}

/** Throws for every path that would leave the folder or has no portable meaning. */
export function assertSafePaths(
  outDir: string,
  paths: readonly string[],
): void {
  const problems: Diagnostic[] = [];
  for (const path of paths) {
    const objection = objectionToPath(path);
    if (objection === null) continue;
    const message = `unsafe path ${quoteAnySize(path)}: it ${objection}`;
    problems.push(
      createDiagnostic("output/unsafe-path", { file: outDir }, message),
    );
  }
  if (problems.length > 0) throw new InputError(problems);
}

/**
 * What two paths have in common when they name one file on a system that
 * ignores case (NTFS) or Unicode normalisation too (APFS): `model/Ä.ts` and
 * `model/ä.ts`. Upper case, as lower case keeps `ß` and `ss` apart.
 */
export function foldPath(path: string): string {
  return path.toUpperCase().normalize("NFC");
}

/** As messages name it: `generated/model/charge.ts`. */
export function locateOutput(outDir: string, path: string): string {
  return outDir.endsWith("/") ? outDir + path : `${outDir}/${path}`;
}

/** `a/b/c.ts` → `a`, `a/b` */
export function foldersAbove(path: string): string[] {
  const segments = path.split("/").slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}
