// The folder inside an output folder that a run works in while it writes: lock,
// journal and staged files. Whatever an interrupted run leaves behind is in it,
// and Git ignores it.

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { OutputFs } from "./output-fs.js";

export const workFolder = ".codegen";

export const workNames = {
  /** Which files the run may have written, removed or left: see `journal.ts`. */
  journal: "journal.json",
  /** New files for folders that exist. */
  files: "files",
  /** New folders, with all their files. */
  folders: "folders",
  /** Second names of the files to be replaced or removed. */
  backups: "old",
} as const;

/** `.codegen`, or the name under which one is made ready or removed. */
export function isWorkFolder(name: string): boolean {
  return name === workFolder || /^\.codegen-[0-9a-f]{16}$/.test(name);
}

/** Random, so that no other run has the same. */
export function uniqueSuffix(): string {
  return randomBytes(8).toString("hex");
}

/** Git must ignore the folder at every moment, so that this is its first file and its last. */
export function createWorkFolder(folder: string, fs: OutputFs): void {
  fs.mkdirSync(folder);
  fs.writeFileSync(join(folder, ".gitignore"), "*\n");
}

/** Throws where something else is in the folder, which then stays. */
export function removeWorkFolder(folder: string, fs: OutputFs): void {
  if (!fs.lstatSync(folder).isDirectory()) return; // a link, which is not ours
  clearStaged(folder, fs);
  const names = fs.readdirSync(folder).filter(isOwnFile);
  for (const name of names.sort(byRemoval)) {
    fs.rmSync(join(folder, name), { force: true });
  }
  fs.rmdirSync(folder);
}

/** What is staged or backed up. The journal stays: it is still needed. */
export function clearStaged(folder: string, fs: OutputFs): void {
  for (const name of [workNames.files, workNames.folders, workNames.backups]) {
    fs.rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** What a run does not remove, given the names in such a folder. */
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

function byRemoval(one: string, other: string): number {
  return Number(one === ".gitignore") - Number(other === ".gitignore");
}
