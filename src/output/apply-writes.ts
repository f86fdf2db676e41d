// A plan → the files on disk, all of them or none. Everything that can fail for
// lack of room or permission happens first, beside the old files; what is left
// are renames and removals, and those are undone when one of them fails.

import { randomBytes } from "node:crypto";
import nodeFs from "node:fs";
import { dirname, join } from "node:path";
import { makeFolders } from "./make-folders.js";
import type { OutputFs } from "./output-fs.js";
import type { WritePlan } from "./plan-writes.js";
import { type Journal, rollBack } from "./roll-back.js";
import { type Change, type StagedChange, stageChange } from "./stage-change.js";
import { toWriteError } from "./write-error.js";

/** What was done; the manifest is not counted. */
export interface WriteReport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
  /** No longer generated, but edited by hand, and therefore still there. */
  readonly kept: readonly string[];
  /** Edited by hand, and overwritten. */
  readonly edited: readonly string[];
}

export function applyWrites(
  plan: WritePlan,
  fs: OutputFs = nodeFs,
): WriteReport {
  const changes = listChanges(plan);
  if (changes.length > 0) commitChanges(changes, plan.outDir, fs);
  return {
    created: plan.create.length,
    updated: plan.update.length,
    unchanged: plan.unchanged.length,
    removed: plan.remove.length,
    kept: plan.kept,
    edited: plan.update.filter((each) => each.edited).map((each) => each.path),
  };
}

/**
 * In the order of the commit. Removals first: where case is ignored, the file
 * to remove may be the one to write. The manifest last: if the process is
 * killed half-way, it must not vouch for what was never written.
 */
function listChanges({
  create,
  update,
  remove,
  manifest,
}: WritePlan): Change[] {
  const changes: Change[] = [];
  for (const { path } of remove) {
    changes.push({ path, contents: null, exists: true });
  }
  for (const { path, contents } of create) {
    changes.push({ path, contents, exists: false });
  }
  for (const { path, contents } of update) {
    changes.push({ path, contents, exists: true });
  }
  const { path, contents, previous } = manifest;
  if (contents !== previous) {
    changes.push({ path, contents, exists: previous !== null });
  }
  return changes;
}

function commitChanges(
  changes: readonly Change[],
  outDir: string,
  fs: OutputFs,
): void {
  const journal: Journal = [];
  let path = "";
  try {
    const paths = changes.map((change) => change.path);
    makeFolders(outDir, paths, journal, fs);
    // Random, so that it is never that of a run beside this one, or of one that
    // was killed.
    const unique = randomBytes(8).toString("hex");
    const staged: StagedChange[] = [];
    for (const [index, change] of changes.entries()) {
      path = change.path;
      const suffix = `${unique}-${index}`;
      staged.push(stageChange(change, outDir, suffix, journal, fs));
    }
    for (const change of staged) {
      path = change.path;
      commitChange(change, journal, fs);
    }
    tidyUp(staged, outDir, fs);
  } catch (error) {
    const stuck = rollBack(journal, fs);
    throw toWriteError(error, outDir, path, stuck);
  }
}

function commitChange(
  { target, temporary, backup }: StagedChange,
  journal: Journal,
  fs: OutputFs,
): void {
  if (temporary === null) fs.unlinkSync(target);
  else fs.renameSync(temporary, target);
  journal.push({ kind: "replaced", path: target, backup });
}

/**
 * The run has succeeded by now, so that a refusal here is no failure: what may
 * stay behind is a spare copy, or an empty folder.
 */
function tidyUp(
  staged: readonly StagedChange[],
  outDir: string,
  fs: OutputFs,
): void {
  for (const { backup } of staged) {
    if (backup !== null) succeeds(() => fs.unlinkSync(backup));
  }
  for (const { temporary, path } of staged) {
    if (temporary !== null) continue;
    let folder = dirname(path);
    while (
      folder !== "." &&
      succeeds(() => fs.rmdirSync(join(outDir, folder)))
    ) {
      folder = dirname(folder);
    }
  }
}

function succeeds(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
