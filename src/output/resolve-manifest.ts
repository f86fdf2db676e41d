// What the manifest and the journal of an interrupted run list × what is on disk →
// one checksum a file. Either may list several for a file: those of before and
// after the run, or those of the two sides of a merge.

import { checksumOf } from "./checksum.js";
import type { Journal } from "./journal.js";
import type { Checksums, RecordedManifest } from "./manifest.js";

export function resolveManifest(
  { files }: RecordedManifest,
  journal: Journal,
  contents: ReadonlyMap<string, string>,
): Checksums {
  const resolved: [path: string, checksum: string][] = [];
  for (const path of new Set([...files.keys(), ...journal.keys()])) {
    const listed = files.get(path) ?? [];
    const noted = journal.get(path) ?? [];
    const checksum = chooseChecksum(listed, noted, contents.get(path));
    if (checksum !== undefined) resolved.push([path, checksum]);
  }
  return Object.fromEntries(resolved);
}

/** Undefined for a file that may be the user's. */
function chooseChecksum(
  listed: readonly string[],
  noted: readonly string[],
  text: string | undefined,
): string | undefined {
  const candidates = [...listed, ...noted];
  // Hashing takes time, and is needed only where there is a choice.
  const settled = listed.length === 1 && noted.length === 0;
  if (text === undefined || settled) return candidates[0];
  const actual = checksumOf(text);
  if (candidates.includes(actual)) return actual;
  // Of those that only the journal lists, someone may have made one since.
  return listed[0];
}
