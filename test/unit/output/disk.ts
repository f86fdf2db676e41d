// Real folders for the tests of the output: made, filled, and read back whole.

import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { InputError } from "../../../src/diagnostics/input-error.js";
import {
  applyWrites,
  type WriteReport,
} from "../../../src/output/apply-writes.js";
import type { OutputFs } from "../../../src/output/output-fs.js";
import {
  planWrites,
  type WritePlan,
  type WriteScope,
} from "../../../src/output/plan-writes.js";
import { readExisting } from "../../../src/output/read-existing.js";
import type { RenderedFile } from "../../../src/targets/target.js";

export type Tree = Readonly<Record<string, string>>;

export function makeTempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "output-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeTree(folder: string, tree: Tree): void {
  for (const [path, contents] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
}

/** Every entry, with what it holds: `{"model/": "", "model/a.ts": "…"}`. */
export function readTree(folder: string): Record<string, string> {
  const tree: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const name = join(folder, entry.name);
    if (entry.isDirectory()) {
      tree[`${entry.name}/`] = "";
      for (const [path, contents] of Object.entries(readTree(name))) {
        tree[`${entry.name}/${path}`] = contents;
      }
    } else if (entry.isSymbolicLink()) {
      tree[entry.name] = `-> ${readlinkSync(name)}`;
    } else {
      tree[entry.name] = readFileSync(name, "latin1");
    }
  }
  return tree;
}

/** Each file's time of change, in nanoseconds, and the file behind the name. */
export function readStamps(folder: string): Record<string, string> {
  const stamps: Record<string, string> = {};
  for (const path of Object.keys(readTree(folder))) {
    if (path.endsWith("/")) continue;
    const { mtimeNs, ino } = lstatSync(join(folder, path), { bigint: true });
    stamps[path] = `${mtimeNs} ${ino}`;
  }
  return stamps;
}

export function toFiles(tree: Tree): RenderedFile[] {
  return Object.entries(tree).map(([path, contents]) => ({ path, contents }));
}

export function planFor(
  outDir: string,
  tree: Tree,
  scope?: WriteScope,
): WritePlan {
  const existing = readExisting(outDir, Object.keys(tree));
  return planWrites(toFiles(tree), existing, outDir, scope);
}

/** The whole way that a run takes: read, plan, apply. */
export function generateInto(
  outDir: string,
  tree: Tree,
  scope?: WriteScope,
  fs?: OutputFs,
): WriteReport {
  return applyWrites(planFor(outDir, tree, scope), fs);
}

/** The diagnostics of the input error that `act` must throw. */
export function diagnosticsOf(act: () => unknown): InputError["diagnostics"] {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  throw new Error("nothing was thrown");
}
