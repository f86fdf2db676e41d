// Rendered files × what is in the output folder → the writes and removals that are needed.
// Nothing is touched: `check` and `--dry-run` stop at this plan.

import { extname } from "node:path";
import {
  createDiagnostic,
  type Diagnostic,
} from "../diagnostics/diagnostic.js";
import { InputError } from "../diagnostics/input-error.js";
import { compareBytes, sortedByBytes } from "../ir/compare-bytes.js";
import type { RenderedFile } from "../targets/target.js";
import { assertDistinctPaths } from "./assert-distinct-paths.js";
import { checksumOf } from "./checksum-of.js";
import { hasHeader, haveSameHeader } from "./header.js";
import type { Journal } from "./journal.js";
import { equalButForLineEnds } from "./line-ends.js";
import {
  type Checksums,
  formatManifest,
  type Manifest,
  recordedChecksum,
} from "./manifest.js";
import { assertSafePaths, foldPath, locateOutput } from "./output-path.js";

/** The state of an output folder, as far as our files are concerned. */
export interface Existing {
  readonly manifest: Manifest;
  /** Files of an interrupted run that are not on disk, and in no manifest. */
  readonly vanished: Checksums;
  /** Path → text; a file that is not on disk is not in here. The manifest's own text is. */
  readonly contents: ReadonlyMap<string, string>;
  /** Path → text of files that a run whose manifest is lost has written. */
  readonly strays: ReadonlyMap<string, string>;
  /** Files that have our header, but may be the user's. */
  readonly unlisted: readonly string[];
  /** There is a folder that a run works in: it writes now, or was interrupted. */
  readonly unfinished: boolean;
  /** That run has left a journal: it had begun to change files. */
  readonly interrupted: boolean;
}

export interface PlannedCreate {
  readonly path: string;
  readonly contents: string;
  /** We had written it before, and someone has deleted it. */
  readonly missing: boolean;
}

export interface PlannedUpdate {
  readonly path: string;
  readonly contents: string;
  /** What is on disk now. */
  readonly previous: string;
  /** Changed by hand since we wrote it; the change will be lost. */
  readonly edited: boolean;
}

export interface PlannedRemoval {
  readonly path: string;
  readonly previous: string;
}

/** Each list in byte order of the paths. */
export interface WritePlan {
  readonly outDir: string;
  readonly create: readonly PlannedCreate[];
  readonly update: readonly PlannedUpdate[];
  readonly unchanged: readonly string[];
  /** Written by us, not known to be edited since, and no longer generated. */
  readonly remove: readonly PlannedRemoval[];
  /** No longer generated, but edited by hand: left alone, and no longer ours. */
  readonly kept: readonly string[];
  /** Those of `kept` that nobody edited, but that have no header. */
  readonly unmarked: readonly string[];
  /** See `Existing`. */
  readonly unlisted: readonly string[];
  /** No longer generated, and not on disk: their folders may be empty now. */
  readonly gone: readonly string[];
  /** Each file's checksums before and after. */
  readonly journal: Journal;
  /** See `Existing`. */
  readonly unfinished: boolean;
  readonly interrupted: boolean;
  /** Kept apart from the files that users count. */
  readonly manifest: {
    readonly path: string;
    readonly contents: string;
    /** Null where there is none on disk. */
    readonly previous: string | null;
  };
}

export interface WriteScope {
  /** Only some of the files were rendered: the others stay, and stay ours. */
  readonly partial?: boolean;
}

export function planWrites(
  files: readonly RenderedFile[],
  existing: Existing,
  outDir: string,
  { partial = false }: WriteScope = {},
): WritePlan {
  // Sorted once, so that later sorts are cheap.
  const rendered = sortedByBytes(files, ({ path }) => path);
  const paths = rendered.map((file) => file.path);
  assertSafePaths(outDir, paths);
  assertDistinctPaths(outDir, paths);

  const stale = partial
    ? { remove: [], kept: [], unmarked: [] }
    : planStale(rendered, existing);
  const live = planLive(rendered, existing, outDir, stale.remove);
  const checksums = checksumsOf(rendered);
  const manifest = planManifest(checksums, existing, stale.kept, partial);
  return {
    outDir,
    ...live,
    ...stale,
    unlisted: existing.unlisted,
    gone: findGone(new Set(paths), existing),
    journal: planJournal(checksums, existing),
    unfinished: existing.unfinished,
    interrupted: existing.interrupted,
    manifest,
  };
}

/** True where something on disk has to change. */
export function needsWriting(plan: WritePlan): boolean {
  const { create, update, remove, manifest, unfinished } = plan;
  return (
    [...create, ...update, ...remove].length > 0 ||
    changesManifest(manifest) ||
    unfinished
  );
}

export function changesManifest({
  contents,
  previous,
}: WritePlan["manifest"]): boolean {
  return previous === null || !equalButForLineEnds(previous, contents);
}

function planManifest(
  checksums: Checksums,
  existing: Existing,
  edited: readonly string[],
  partial: boolean,
): WritePlan["manifest"] {
  const { manifest, contents } = existing;
  const kept = [...manifest.kept, ...edited].filter(
    (path) => !Object.hasOwn(checksums, path),
  );
  const planned: Manifest = {
    files: partial ? { ...manifest.files, ...checksums } : checksums,
    kept: [...new Set(kept)],
  };
  const file = formatManifest(planned);
  return { ...file, previous: contents.get(file.path) ?? null };
}

function planJournal(checksums: Checksums, existing: Existing): Journal {
  const { manifest, vanished, strays } = existing;
  const journal = new Map<string, readonly string[]>();
  const note = (path: string, checksum: string): void => {
    const before = recordedChecksum(manifest.files, path);
    const both = before === null ? [checksum] : [before, checksum];
    journal.set(path, [...new Set(both)]);
  };
  for (const [path, text] of strays) note(path, checksumOf(text));
  const known = { ...vanished, ...manifest.files, ...checksums };
  for (const [path, checksum] of Object.entries(known)) note(path, checksum);
  return journal;
}

function planLive(
  rendered: readonly RenderedFile[],
  existing: Existing,
  outDir: string,
  removals: readonly PlannedRemoval[],
): Pick<WritePlan, "create" | "update" | "unchanged"> {
  const create: PlannedCreate[] = [];
  const update: PlannedUpdate[] = [];
  const unchanged: string[] = [];
  const foreign: Diagnostic[] = [];
  const kept = new Set(existing.manifest.kept);
  const removed = new Set(removals.map(({ path }) => foldPath(path)));

  for (const { path, contents } of rendered) {
    const previous = existing.contents.get(path);
    const recorded = recordedChecksum(existing.manifest.files, path);
    if (previous === undefined) {
      create.push({ path, contents, missing: recorded !== null });
    } else if (equalButForLineEnds(previous, textOnDisk(contents))) {
      // `charge.ts` is now `Charge.ts`: where case is ignored, removing the one
      // takes the other along, so it has to be written again.
      if (!removed.has(foldPath(path))) unchanged.push(path);
      else update.push({ path, contents, previous, edited: false });
    } else if (recorded !== null || haveSameHeader(previous, contents)) {
      const edited =
        kept.has(path) ||
        (recorded !== null &&
          checksumOf(previous) !== recorded &&
          !holdsConflict(previous));
      update.push({ path, contents, previous, edited });
    } else {
      const at = { file: locateOutput(outDir, path) };
      const message = `${JSON.stringify(path)} exists, but codegen did not generate it`;
      foreign.push(createDiagnostic("output/foreign-file", at, message));
    }
  }
  if (foreign.length > 0) throw new InputError(foreign);
  return { create, update, unchanged };
}

/**
 * The manifest and the journal come from the repository, where a stranger may have
 * written the checksum of a file of the user's. So the file itself must show that it
 * is generated: by its header, or where this run writes such files without one.
 */
function planStale(
  rendered: readonly RenderedFile[],
  { manifest, contents, strays }: Existing,
): Pick<WritePlan, "remove" | "kept" | "unmarked"> {
  const paths = new Set(rendered.map(({ path }) => path));
  const unmarkedTypes = new Set(
    rendered
      .filter((file) => !hasHeader(file.contents))
      .map(({ path }) => extname(path)),
  );
  const remove: PlannedRemoval[] = [];
  const edited: string[] = [];
  const unmarked: string[] = [];
  for (const [path, checksum] of Object.entries(manifest.files)) {
    const previous = contents.get(path);
    if (paths.has(path) || previous === undefined) continue;
    if (checksumOf(previous) !== checksum) edited.push(path);
    else if (hasHeader(previous) || unmarkedTypes.has(extname(path))) {
      remove.push({ path, previous });
    } else unmarked.push(path);
  }
  for (const [path, previous] of strays) remove.push({ path, previous });
  return {
    remove: sortedByBytes(remove, ({ path }) => path),
    kept: [...edited, ...unmarked].sort(compareBytes),
    unmarked,
  };
}

function findGone(
  rendered: ReadonlySet<string>,
  { manifest, vanished, contents }: Existing,
): string[] {
  return [...Object.keys(manifest.files), ...Object.keys(vanished)]
    .filter((path) => !rendered.has(path) && !contents.has(path))
    .sort(compareBytes);
}

/** Git wrote such a text, and not a hand; both of its sides are in the history. */
function holdsConflict(text: string): boolean {
  return [/^<{7} /m, /^={7}\r?$/m, /^>{7} /m].every((mark) => mark.test(text));
}

/** Half a surrogate pair, as a document's `\ud800` can say, is written as U+FFFD. */
function textOnDisk(contents: string): string {
  return contents.replace(/\p{Surrogate}/gu, "\uFFFD");
}

function checksumsOf(files: readonly RenderedFile[]): Checksums {
  return Object.fromEntries(
    files.map((file) => [file.path, renderedChecksum(file)]),
  );
}

/** A run plans before it has the lock and after; a thousand files take time to hash. */
const hashed = new WeakMap<RenderedFile, string>();

function renderedChecksum(file: RenderedFile): string {
  const known = hashed.get(file);
  if (known !== undefined) return known;
  const checksum = checksumOf(file.contents);
  hashed.set(file, checksum);
  return checksum;
}
