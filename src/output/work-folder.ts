// The work folder inside an output folder: it holds the lock, the journal and the
// staged files of a run. An interrupted run leaves nothing outside it. Git ignores it.

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { OutputFs } from "./output-fs.js";

export const workFolder = ".codegen";

export const workNames = {
  /** The checksums before and after: see `journal.ts`. */
  journal: "journal.json",
  /** New files for existing folders. */
  files: "files",
  /** New folders with all their files. */
  folders: "folders",
  /** Backups of the files to be replaced or removed. */
  backups: "old",
} as const;

/** Returns true for `.codegen`, and for its temporary names during creation and removal. */
export function isWorkFolder(name: string): boolean {
  return name === workFolder || /^\.codegen-[0-9a-f]{16}$/.test(name);
}

/** Returns 16 random hexadecimal digits. */
export function uniqueSuffix(): string {
  return randomBytes(8).toString("hex");
}

/**
 * Creates the folder with a `.gitignore` first. It is also the last file to be removed,
 * so that Git ignores the folder at all times.
 */
export function createWorkFolder(folder: string, fs: OutputFs): void {
  fs.mkdirSync(folder);
  fs.writeFileSync(join(folder, ".gitignore"), "*\n");
}

/**
 * Removes the folder and our files in it.
 * @throws if it contains other files
 */
export function removeWorkFolder(folder: string, fs: OutputFs): void {
  if (!fs.lstatSync(folder).isDirectory()) return; // a link, which is not ours
  clearStaged(folder, fs);
  const names = fs.readdirSync(folder).filter(isOwnFile);
  for (const name of names.sort(byRemoval)) {
    fs.rmSync(join(folder, name), { force: true });
  }
  fs.rmdirSync(folder);
}

/** Removes staged files and backups. The journal stays, because it is still needed. */
export function clearStaged(folder: string, fs: OutputFs): void {
  for (const name of [workNames.files, workNames.folders, workNames.backups]) {
    fs.rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Returns the names in a work folder that no run created. */
export function findForeign(names: readonly string[]): string[] {
  const staged: readonly string[] = [
    workNames.files,
    workNames.folders,
    workNames.backups,
  ];
  return names.filter((name) => !isOwnFile(name) && !staged.includes(name));
}

function isOwnFile(name: string): boolean {
  return (
    name === ".gitignore" ||
    name.startsWith(workNames.journal) ||
    name.startsWith("owner.")
  );
}

function byRemoval(left: string, right: string): number {
  return Number(left === ".gitignore") - Number(right === ".gitignore");
}
