// Prepares changes in the work folder: writes the new files there, and backs up the old
// ones under second names. Changes no file of the output, so that a lack of space or
// permission shows before any harm.

import { constants } from "node:fs";
import { join } from "node:path";
import { findNewFolders, makeFolder } from "./make-folders.js";
import type { OutputFs } from "./output-fs.js";
import { foldersAbove } from "./output-path.js";
import { changesManifest, type WritePlan } from "./plan-writes.js";
import type { Progress } from "./progress.js";
import type { Undo } from "./roll-back.js";
import { workFolder, workNames } from "./work-folder.js";

interface Change {
  readonly path: string;
  /** Null to remove the file. */
  readonly contents: string | null;
  /** True if the file is on disk. */
  readonly exists: boolean;
}

/** A change that takes a single file system call. */
export type Step = FileStep | FolderStep;

interface FileStep {
  readonly kind: "file";
  readonly path: string;
  /** Path of the new contents; null to remove the file. */
  readonly source: string | null;
  /** Path of the old contents; null for a new file. */
  readonly backup: string | null;
}

/** A new folder with all its files, moved by one rename. */
interface FolderStep {
  readonly kind: "folder";
  readonly path: string;
  readonly source: string;
  /** Paths inside it, outer folders first. */
  readonly folders: Set<string>;
  readonly files: string[];
}

/**
 * Returns the steps to execute, in order. Adds folders that it creates in the output to
 * `undo`.
 */
export async function stageChanges(
  plan: WritePlan,
  undo: Undo[],
  { fs, checkpoint, at }: Progress,
): Promise<Step[]> {
  const { outDir } = plan;
  const changes = listChanges(plan);
  const paths = changes.map(({ path }) => path);
  const stage: Stage = {
    outDir,
    workDir: join(outDir, workFolder),
    newFolders: findNewFolders(outDir, paths, fs),
    made: new Set(),
    undo,
    fs,
  };
  for (const name of [workNames.files, workNames.folders, workNames.backups]) {
    fs.mkdirSync(join(stage.workDir, name));
  }
  const steps: Step[] = [];
  const folders = new Map<string, FolderStep>();
  for (const [index, change] of changes.entries()) {
    await checkpoint();
    at.path = change.path;
    const top = foldersAbove(change.path).find((folder) =>
      stage.newFolders.has(folder),
    );
    if (top === undefined || change.contents === null) {
      steps.push(stageFile(change, `${index}`, stage));
      continue;
    }
    const step = folders.get(top) ?? newFolderStep(top, `${index}`, stage);
    if (!folders.has(top)) steps.push(step);
    folders.set(top, step);
    stageInside(change.path, change.contents, step, stage);
  }
  return steps;
}

interface Stage {
  readonly outDir: string;
  readonly workDir: string;
  readonly newFolders: ReadonlySet<string>;
  /** Folders that are known to exist. */
  readonly made: Set<string>;
  readonly undo: Undo[];
  readonly fs: OutputFs;
}

/**
 * Lists the changes in the order of execution. Removals are first: where case is
 * ignored, the file to remove may also be the one to write. The manifest is last, so
 * that an interrupted run leaves the old one.
 */
function listChanges(plan: WritePlan): Change[] {
  const changes: Change[] = [];
  for (const { path } of plan.remove) {
    changes.push({ path, contents: null, exists: true });
  }
  for (const { path, contents } of plan.create) {
    changes.push({ path, contents, exists: false });
  }
  for (const { path, contents } of plan.update) {
    changes.push({ path, contents, exists: true });
  }
  const { path, contents, previous } = plan.manifest;
  if (changesManifest(plan.manifest)) {
    changes.push({ path, contents, exists: previous !== null });
  }
  return changes;
}

function stageFile(
  { path, contents, exists }: Change,
  name: string,
  { outDir, workDir, made, undo, fs }: Stage,
): Step {
  let source: string | null = null;
  let backup: string | null = null;
  if (contents !== null) {
    for (const folder of foldersAbove(path)) {
      if (made.has(folder)) continue;
      made.add(folder);
      if (!makeFolder(outDir, folder, fs)) continue;
      undo.push({ kind: "folder", path: join(outDir, folder) });
    }
    source = join(workDir, workNames.files, name);
    fs.writeFileSync(source, contents, { flag: "wx" });
  }
  if (exists) {
    backup = join(workDir, workNames.backups, name);
    keepUnderSecondName(join(outDir, path), backup, fs);
  }
  return { kind: "file", path, source, backup };
}

function newFolderStep(
  path: string,
  name: string,
  { workDir, fs }: Stage,
): FolderStep {
  const source = join(workDir, workNames.folders, name);
  fs.mkdirSync(source);
  return { kind: "folder", path, source, folders: new Set(), files: [] };
}

function stageInside(
  path: string,
  contents: string,
  { path: top, source, folders, files }: FolderStep,
  { fs }: Stage,
): void {
  const inside = path.slice(top.length + 1);
  for (const folder of foldersAbove(inside)) {
    if (folders.has(folder)) continue;
    // Where case is ignored, the folder may exist with another spelling.
    fs.mkdirSync(join(source, folder), { recursive: true });
    folders.add(folder);
  }
  fs.writeFileSync(join(source, inside), contents, { flag: "wx" });
  files.push(inside);
}

/**
 * Backs up a file. A hard link takes no space and keeps the timestamp, but not every
 * file system supports it.
 */
function keepUnderSecondName(
  target: string,
  backup: string,
  fs: OutputFs,
): void {
  try {
    fs.linkSync(target, backup);
  } catch {
    fs.copyFileSync(target, backup, constants.COPYFILE_EXCL);
  }
}
