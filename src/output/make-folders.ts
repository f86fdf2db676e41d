// Creates the folders for the files to write. Rejects links below the output folder,
// even those made after the folder was read.

import { dirname, join } from "node:path";
import { inputError } from "../diagnostics/input-error.js";
import { hasCode } from "../source/files/errno-error.js";
import type { OutputFs } from "./output-fs.js";
import { foldersAbove, foldPath, locateOutput } from "./output-path.js";

/**
 * Creates the output folder and its parents, any of which may be a link. Returns those
 * that it created.
 */
export function makeOutDir(folder: string, fs: OutputFs): string[] {
  const created: string[] = [];
  const make = (name: string): void => {
    if (exists(() => fs.statSync(name))) return;
    const parent = dirname(name);
    if (parent !== name) make(parent);
    if (createFolder(name, fs)) created.push(name);
  };
  try {
    make(folder);
  } catch (error) {
    removeEmptyFolders(created, fs);
    throw error;
  }
  return created;
}

/** Removes the folders from last to first, and stops at the first one that is not empty. */
export function removeEmptyFolders(
  folders: readonly string[],
  fs: OutputFs,
): void {
  for (const folder of folders.toReversed()) {
    try {
      fs.rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/**
 * Returns the topmost folders of the paths that do not exist yet. Omits folders whose
 * names differ only in case, since they may be one folder.
 */
export function findNewFolders(
  outDir: string,
  paths: readonly string[],
  fs: OutputFs,
): Set<string> {
  const states = new Map<string, "there" | "new">();
  for (const path of paths) {
    for (const folder of foldersAbove(path)) {
      const state = states.get(folder) ?? inspectFolder(outDir, folder, fs);
      states.set(folder, state);
      if (state === "new") break;
    }
  }
  const newFolders = [...states].filter(([, state]) => state === "new");
  const spellings = new Map<string, number>();
  for (const [folder] of newFolders) {
    const key = foldPath(folder);
    spellings.set(key, (spellings.get(key) ?? 0) + 1);
  }
  const unambiguous = newFolders.filter(
    ([name]) => spellings.get(foldPath(name)) === 1,
  );
  return new Set(unambiguous.map(([folder]) => folder));
}

function inspectFolder(
  outDir: string,
  folder: string,
  fs: OutputFs,
): "there" | "new" {
  if (!exists(() => fs.lstatSync(join(outDir, folder)))) return "new";
  refuseLink(outDir, folder, fs);
  return "there";
}

/**
 * Creates a folder; returns true if it did not exist.
 * @throws InputError for a link
 */
export function makeFolder(
  outDir: string,
  folder: string,
  fs: OutputFs,
): boolean {
  const isNew = createFolder(join(outDir, folder), fs);
  refuseLink(outDir, folder, fs);
  return isNew;
}

function refuseLink(outDir: string, folder: string, fs: OutputFs): void {
  if (!fs.lstatSync(join(outDir, folder)).isSymbolicLink()) return;
  const at = { file: locateOutput(outDir, folder) };
  throw inputError("output/link", at, `${JSON.stringify(folder)} is a link`);
}

/** Returns false if the folder exists. */
function createFolder(folder: string, fs: OutputFs): boolean {
  try {
    fs.mkdirSync(folder);
    return true;
  } catch (error) {
    // `mkdir` also fails with EEXIST for a file and for a broken link.
    if (!hasCode(error, "EEXIST") || !exists(() => fs.statSync(folder))) {
      throw error;
    }
    return false;
  }
}

function exists(probe: () => unknown): boolean {
  try {
    probe();
    return true;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}
