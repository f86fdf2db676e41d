// The text of a manifest after a merge → what both sides list. A manifest has a
// line a file, so that it can be read line by line: the marks of a conflict are
// skipped, and commas that a merge left over or out do not matter.

import type { RecordedManifest } from "./recorded-manifest.js";

/** Discriminants of Git's conflicts, in the style `diff3` too. */
const conflictMark = /^(?:<{7,}|\|{7,}|={7,}|>{7,})(?: .*)?$/;
const structure = /^(?:\{|\},?|"(?:files|kept)": \{|"files": \{\},?)$/;
const fileLine = /^("(?:[^"\\]|\\.)*"): "([0-9a-f]{64})",?$/;
const keptLine = /^("(?:[^"\\]|\\.)*"): true,?$/;

/** Longer than any that we write: the patterns need memory for each character. */
const longestLine = 100_000;

/** Null where a line is not one that we write. */
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

/** A file may be in both sides, with the same checksum or with another. */
function addTo(
  files: Map<string, string[]>,
  path: string,
  checksum: string,
): void {
  const known = files.get(path);
  if (known === undefined) files.set(path, [checksum]);
  else if (!known.includes(checksum)) known.push(checksum);
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
