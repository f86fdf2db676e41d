// Checks that a path below the output folder is safe. Paths come from schema names in a
// document that a stranger may have written, and from a manifest that anyone may have
// edited.

import {
  createDiagnostic,
  type Diagnostic,
} from "../diagnostics/diagnostic.js";
import { InputError } from "../diagnostics/input-error.js";
import { quoteAnySize } from "../diagnostics/quote.js";
import { isWorkFolder } from "./work-folder.js";

/** The longest path that common systems accept. */
const longestPath = 4096;

/** Returns why a path is not safe, to complete "the path … "; null for a safe one. */
export function objectionToPath(path: string): string | null {
  if (path === "") return "is empty";
  if (path.length > longestPath)
    return `is longer than ${longestPath} characters`;
  if (path.includes("\0")) return "contains a NUL character";
  if (path.includes("\\")) return "contains a backslash";
  // An unpaired surrogate has no UTF-8 encoding: the file would get another name.
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
    // E.g. `.git/config`. Generated names never start with a dot.
    if (segment.startsWith(".")) {
      return `has the segment ${JSON.stringify(segment)}, which begins with a dot`;
    }
  }
  return null;
}

/** @throws InputError with a diagnostic for each unsafe path */
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
 * Returns the same key for paths that are one file on a system that ignores case (NTFS)
 * or also Unicode normalisation (APFS): `model/Ä.ts` and `model/ä.ts`. Uses upper case,
 * since lower case would distinguish `ß` and `ss`.
 */
export function foldPath(path: string): string {
  return path.toUpperCase().normalize("NFC");
}

/** Returns the path for messages: `generated/model/charge.ts`. */
export function locateOutput(outDir: string, path: string): string {
  return outDir.endsWith("/") ? outDir + path : `${outDir}/${path}`;
}

/** `a/b/c.ts` → `a`, `a/b` */
export function foldersAbove(path: string): string[] {
  const segments = path.split("/").slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}
