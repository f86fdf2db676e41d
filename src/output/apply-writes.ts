// Executes write plans on disk, all of them or none. Whatever can fail for lack of
// space or permission happens first, inside the work folders. Only renames and removals
// follow; they are undone when one fails.

import nodeFs from "node:fs";
import { join } from "node:path";
import { removeJournal, writeJournal } from "./journal.js";
import type { OutputFs } from "./output-fs.js";
import { foldersAbove } from "./output-path.js";
import type { WritePlan } from "./plan-writes.js";
import type { Checkpoint, Progress } from "./progress.js";
import { rollBack, type Undo } from "./roll-back.js";
import { type Step, stageChanges } from "./stage-changes.js";
import { succeeds } from "./succeeds.js";
import { toWriteError } from "./to-write-error.js";
import { clearStaged, workFolder } from "./work-folder.js";

/** Tests replace `fs`; `checkpoint` throws to stop the run. */
export interface WriteOptions {
  readonly fs?: OutputFs;
  readonly checkpoint?: Checkpoint;
}

/**
 * Writes all plans. The caller holds the locks of their output folders, so that each
 * has a work folder.
 * @throws InputError after undoing every change
 */
export async function applyWrites(
  plans: readonly WritePlan[],
  { fs = nodeFs, checkpoint = async () => {} }: WriteOptions = {},
): Promise<void> {
  const undo: Undo[] = [];
  const progress: Progress = { fs, checkpoint, at: { outDir: "", path: "" } };
  try {
    const staged: { plan: WritePlan; steps: Step[] }[] = [];
    for (const plan of plans) {
      progress.at.outDir = plan.outDir;
      const steps = await stageChanges(plan, undo, progress);
      staged.push({ plan, steps });
    }
    for (const { plan, steps } of staged) {
      if (steps.length === 0) continue;
      progress.at.outDir = plan.outDir;
      progress.at.path = "";
      writeJournal(join(plan.outDir, workFolder), plan.journal, fs);
    }
    for (const { plan, steps } of staged) {
      await commitSteps(steps, plan.outDir, undo, progress);
    }
  } catch (error) {
    const stuck = rollBack(undo, fs);
    if (stuck.length === 0) forgetRun(plans, fs);
    const { outDir, path } = progress.at;
    throw toWriteError(error, outDir, path, stuck);
  }
  for (const plan of plans) removeEmptied(plan, fs);
}

/**
 * Keeps the journal of an earlier interrupted run, which is still needed: that run is
 * not completed.
 */
function forgetRun(plans: readonly WritePlan[], fs: OutputFs): void {
  for (const { outDir, interrupted } of plans) {
    const workDir = join(outDir, workFolder);
    succeeds(() => clearStaged(workDir, fs));
    if (!interrupted) succeeds(() => removeJournal(workDir, fs));
  }
}

async function commitSteps(
  steps: readonly Step[],
  outDir: string,
  undo: Undo[],
  { fs, checkpoint, at }: Progress,
): Promise<void> {
  at.outDir = outDir;
  for (const step of steps) {
    await checkpoint();
    at.path = step.path;
    const target = join(outDir, step.path);
    if (step.source === null) fs.unlinkSync(target);
    else fs.renameSync(step.source, target);
    undo.push(...undoOf(step, target));
  }
}

function undoOf(step: Step, target: string): Undo[] {
  if (step.kind === "file") {
    return [{ kind: "replaced", path: target, backup: step.backup }];
  }
  const inside = (path: string) => join(target, path);
  return [
    { kind: "folder", path: target },
    ...[...step.folders].map(
      (path): Undo => ({ kind: "folder", path: inside(path) }),
    ),
    ...step.files.map(
      (path): Undo => ({ kind: "replaced", path: inside(path), backup: null }),
    ),
  ];
}

/**
 * Removes folders whose files are gone, where they are empty. The run has succeeded by
 * now, so that a refusal is not an error.
 */
function removeEmptied(
  { outDir, remove, gone }: WritePlan,
  fs: OutputFs,
): void {
  const removed = remove.map(({ path }) => path);
  const folders = [...removed, ...gone].flatMap(foldersAbove);
  for (const folder of [...new Set(folders)].sort(innerFirst)) {
    succeeds(() => fs.rmdirSync(join(outDir, folder)));
  }
}

function innerFirst(left: string, right: string): number {
  return right.length - left.length;
}
