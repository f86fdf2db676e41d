// The paths about to change → the folders for them, noting each new one so
// that it can be undone. Refuses to pass through a link below the output folder,
// even one that came after the folder was read.

import { dirname, join, resolve } from "node:path";
import { inputError } from "../diagnostics/input-error.js";
import { hasCode } from "../files/errno.js";
import type { OutputFs } from "./output-fs.js";
import { foldersAbove, locateOutput } from "./output-path.js";
import type { Journal } from "./roll-back.js";

export function makeFolders(
  outDir: string,
  paths: readonly string[],
  journal: Journal,
  fs: OutputFs,
): void {
  makeOutDir(resolve(outDir), journal, fs);
  const done = new Set(["."]);
  for (const path of paths) {
    for (const folder of foldersAbove(path)) {
      if (done.has(folder)) continue;
      makeFolder(outDir, folder, journal, fs);
      done.add(folder);
    }
  }
}

/** With the folders above it; any of them may be a link. */
function makeOutDir(folder: string, journal: Journal, fs: OutputFs): void {
  if (isThere(() => fs.statSync(folder))) return;
  const parent = dirname(folder);
  if (parent !== folder) makeOutDir(parent, journal, fs);
  create(folder, journal, fs);
}

function makeFolder(
  outDir: string,
  folder: string,
  journal: Journal,
  fs: OutputFs,
): void {
  const name = join(outDir, folder);
  if (!isThere(() => fs.lstatSync(name))) create(name, journal, fs);
  if (!fs.lstatSync(name).isSymbolicLink()) return;
  const at = { file: locateOutput(outDir, folder) };
  throw inputError("output/link", at, `${JSON.stringify(folder)} is a link`);
}

function create(folder: string, journal: Journal, fs: OutputFs): void {
  try {
    fs.mkdirSync(folder);
    journal.push({ kind: "folder", path: folder });
  } catch (error) {
    // Another run beside us may have made it; a broken link is no folder, though.
    if (!hasCode(error, "EEXIST") || !isThere(() => fs.statSync(folder))) {
      throw error;
    }
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
