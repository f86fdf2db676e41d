// What the manifest and the journal of an interrupted run list × what is on disk →
// one checksum a file. Either may list several for a file: those of before and
// after the run, or those of the two sides of a merge.

import { checksumOf } from "./checksum-of.js";
import type { Journal } from "./journal.js";
import type { Checksums } from "./manifest.js";
import type { RecordedManifest } from "./recorded-manifest.js";

export interface ResolvedManifest {
  readonly files: Checksums;
  /** Files that only the journal lists, and that are not on disk. */
  readonly vanished: Checksums;
}

export function resolveManifest(
  { files }: RecordedManifest,
  journal: Journal,
  contents: ReadonlyMap<string, string>,
): ResolvedManifest {
  const resolved: [path: string, checksum: string][] = [];
  const vanished: [path: string, checksum: string][] = [];
  for (const path of new Set([...files.keys(), ...journal.keys()])) {
    const listed = files.get(path) ?? [];
    const noted = journal.get(path) ?? [];
    const text = contents.get(path);
    const checksum = chooseChecksum(listed, noted, text);
    if (checksum === undefined) continue;
    const isThere = listed.length > 0 || text !== undefined;
    (isThere ? resolved : vanished).push([path, checksum]);
  }
  return {
    files: Object.fromEntries(resolved),
    vanished: Object.fromEntries(vanished),
  };
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
