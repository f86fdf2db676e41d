// Reads a manifest with or without merge conflicts, and lists the files of both sides.
// It reads line by line: a manifest has one line for each file. Conflict markers are
// skipped; missing and extra commas do not matter.

import type { RecordedManifest } from "./recorded-manifest.js";

/** Conflict markers of Git, including the `diff3` style. */
const conflictMark = /^(?:<{7,}|\|{7,}|={7,}|>{7,})(?: .*)?$/;
const structure = /^(?:\{|\},?|"(?:files|kept)": \{|"files": \{\},?)$/;
const fileLine = /^("(?:[^"\\]|\\.)*"): "([0-9a-f]{64})",?$/;
const keptLine = /^("(?:[^"\\]|\\.)*"): true,?$/;

/**
 * Longer than any line that we write; the patterns below need memory for each
 * character.
 */
const longestLine = 100_000;

/** Returns null if a line is not one that we write. */
export function mergeManifest(text: string): RecordedManifest | null {
  const files = new Map<string, string[]>();
  const kept = new Set<string>();
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (!lines.some((line) => line.trim() === '"files": {')) return null;
  for (const line of lines) {
    if (line.length > longestLine) return null;
    const words = line.trim();
    if (words === "" || conflictMark.test(line) || structure.test(words))
      continue;
    const [, path, checksum] = fileLine.exec(words) ?? [];
    const [, keptPath] = keptLine.exec(words) ?? [];
    const name = parseString(path ?? keptPath);
    if (name === null) return null;
    if (checksum === undefined) kept.add(name);
    else addTo(files, name, checksum);
  }
  return { files, kept: [...kept] };
}

/** Both sides may list a file, with equal or different checksums. */
function addTo(
  files: Map<string, string[]>,
  path: string,
  checksum: string,
): void {
  const checksums = files.get(path);
  if (checksums === undefined) files.set(path, [checksum]);
  else if (!checksums.includes(checksum)) checksums.push(checksum);
}

function parseString(literal: string | undefined): string | null {
  if (literal === undefined) return null;
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === "string" ? value : null;
  } catch {
    return null; // an escape that JSON does not have
  }
}
