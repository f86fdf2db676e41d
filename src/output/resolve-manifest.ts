// Resolves the manifest and the journal of an interrupted run to one checksum for each
// file. Both may list several: from before and after a run, or from the two sides of a
// merge.

import { checksumOf } from "./checksum-of.js";
import type { Journal } from "./journal.js";
import type { Checksums } from "./manifest.js";
import type { RecordedManifest } from "./recorded-manifest.js";

/** One checksum for each file. */
export interface ResolvedManifest {
  readonly files: Checksums;
  /** Files that are only in the journal, and not on disk. */
  readonly vanished: Checksums;
}

/** `contents` is path → text of the files on disk. */
export function resolveManifest(
  { files }: RecordedManifest,
  journal: Journal,
  contents: ReadonlyMap<string, string>,
): ResolvedManifest {
  const resolved: [path: string, checksum: string][] = [];
  const vanished: [path: string, checksum: string][] = [];
  for (const path of new Set([...files.keys(), ...journal.keys()])) {
    const listed = files.get(path) ?? [];
    const journalled = journal.get(path) ?? [];
    const text = contents.get(path);
    const checksum = chooseChecksum(listed, journalled, text);
    if (checksum === undefined) continue;
    const isKnown = listed.length > 0 || text !== undefined;
    (isKnown ? resolved : vanished).push([path, checksum]);
  }
  return {
    files: Object.fromEntries(resolved),
    vanished: Object.fromEntries(vanished),
  };
}

/** Returns undefined for a file that may belong to the user. */
function chooseChecksum(
  listed: readonly string[],
  journalled: readonly string[],
  text: string | undefined,
): string | undefined {
  const candidates = [...listed, ...journalled];
  // Hashing is slow, and needed only to choose between checksums.
  const isUnambiguous = listed.length === 1 && journalled.length === 0;
  if (text === undefined || isUnambiguous) return candidates[0];
  const actual = checksumOf(text);
  if (candidates.includes(actual)) return actual;
  // A file with another text that only the journal lists may be a new file of the user.
  return listed[0];
}
