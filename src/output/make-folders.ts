// The paths about to change → the folders for them. Refuses to pass through a link
// below the output folder, even one that was made after the folder was read.

import { dirname, join } from "node:path";
import { inputError } from "../diagnostics/input-error.js";
import { hasCode } from "../source/files/errno-error.js";
import type { OutputFs } from "./output-fs.js";
import { foldersAbove, foldPath, locateOutput } from "./output-path.js";

/** With the folders above it; any of them may be a link. Returns those that are new. */
export function makeOutDir(folder: string, fs: OutputFs): string[] {
  const created: string[] = [];
  const make = (name: string): void => {
    if (isThere(() => fs.statSync(name))) return;
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

/** From the last to the first; those with something in them stay. */
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
 * The topmost folders of these paths that are not there yet. Of two that are one
 * where case is ignored, neither is listed.
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
  const found = [...states].filter(([, state]) => state === "new");
  const spellings = new Map<string, number>();
  for (const [folder] of found) {
    const key = foldPath(folder);
    spellings.set(key, (spellings.get(key) ?? 0) + 1);
  }
  const alone = found.filter(([name]) => spellings.get(foldPath(name)) === 1);
  return new Set(alone.map(([folder]) => folder));
}

function inspectFolder(
  outDir: string,
  folder: string,
  fs: OutputFs,
): "there" | "new" {
  if (!isThere(() => fs.lstatSync(join(outDir, folder)))) return "new";
  refuseLink(outDir, folder, fs);
  return "there";
}

/** Returns whether it is new. */
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

/** False where the folder is there already. */
function createFolder(folder: string, fs: OutputFs): boolean {
  try {
    fs.mkdirSync(folder);
    return true;
  } catch (error) {
    // A broken link is not a folder, though.
    if (!hasCode(error, "EEXIST") || !isThere(() => fs.statSync(folder))) {
      throw error;
    }
    return false;
  }
}

function isThere(look: () => unknown): boolean {
  try {
    look();
    return true;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}
