// Real folders for the tests of the output: made, filled, and read back whole.

import nodeFs, {
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
import { applyWrites } from "../../../src/output/apply-writes.js";
import { checksumOf } from "../../../src/output/checksum-of.js";
import { findStrays } from "../../../src/output/find-strays.js";
import { lockOutputs } from "../../../src/output/lock-outputs.js";
import { formatManifest } from "../../../src/output/manifest.js";
import type { OutputFs } from "../../../src/output/output-fs.js";
import {
  needsWriting,
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

export function checksumsOf(tree: Tree): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).map(([path, text]) => [path, checksumOf(text)]),
  );
}

/** The manifest of a run that wrote these files. */
export function manifestOf(tree: Tree): RenderedFile {
  return formatManifest({ files: checksumsOf(tree), kept: [] });
}

export function planFor(
  outDir: string,
  tree: Tree,
  scope?: WriteScope,
): WritePlan {
  const files = toFiles(tree);
  const existing = readExisting(outDir, Object.keys(tree));
  const strays =
    scope?.partial === true
      ? existing
      : findStrays(outDir, files, existing, [], []);
  return planWrites(files, { ...existing, ...strays }, outDir, scope);
}

/** The differences that `check` would report; empty if all files are up to date. */
export function checkAll(outDir: string, tree: Tree): string[] {
  const plan = planFor(outDir, tree);
  const { create, update, remove, kept } = plan;
  return [
    ...[...create, ...update, ...remove].map(({ path }) => path),
    ...kept,
    ...(needsWriting(plan) ? ["needs writing"] : []),
  ];
}

/** A process that has ended when the next one looks, as ids are not used twice. */
export function newProcess(alive: (pid: number) => boolean = () => false) {
  lastPid++;
  return { pid: lastPid, isAlive: alive };
}

/** Above what any system gives out. */
let lastPid = 2 ** 30;

export interface RunOptions extends WriteScope {
  readonly fs?: OutputFs;
  readonly checkpoint?: () => Promise<void>;
  /** In place of what `tree` gives. */
  readonly plan?: WritePlan;
}

/** The changes that a run has made, except for the manifest. */
export interface RunReport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly kept: readonly string[];
  readonly edited: readonly string[];
}

/** The whole way that a run takes: read, lock, read again, plan, apply, release. */
export async function generateInto(
  outDir: string,
  tree: Tree,
  options: RunOptions = {},
): Promise<RunReport> {
  const { fs = nodeFs, checkpoint = async () => {} } = options;
  const first = options.plan ?? planFor(outDir, tree, options);
  if (!needsWriting(first)) return reportOf(first);
  const processes = newProcess();
  const lock = { fs, checkpoint, processes, lockTimeout: 0 };
  const release = await lockOutputs([outDir], lock);
  let outcome: "done" | "failed" = "failed";
  try {
    const plan = options.plan ?? planFor(outDir, tree, options);
    await applyWrites([plan], { fs, checkpoint });
    outcome = "done";
    return reportOf(plan);
  } finally {
    release(outcome);
  }
}

function reportOf(plan: WritePlan): RunReport {
  return {
    created: plan.create.length,
    updated: plan.update.length,
    unchanged: plan.unchanged.length,
    removed: plan.remove.length,
    kept: plan.kept,
    edited: plan.update.filter(({ edited }) => edited).map(({ path }) => path),
  };
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

/** The same of what fails later. */
export async function diagnosticsOfRun(
  run: Promise<unknown>,
): Promise<InputError["diagnostics"]> {
  const result = await run.then(
    () => new Error("nothing was thrown"),
    (error: unknown) => error,
  );
  return diagnosticsOf(() => {
    throw result;
  });
}
