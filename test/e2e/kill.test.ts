// Real processes that are stopped while they write, and the run that follows. Some
// of them here; KILL_FACTOR multiplies them, as `npm run test:kill` does.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { readTexts } from "./folder-snapshot.js";
import {
  copyProject,
  type Ended,
  type KilledProject,
  makeKilledProject,
  runStopped,
} from "./killed-project.js";
import { spawnCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const factor = Number(process.env.KILL_FACTOR ?? 1);
const seed = Number(process.env.KILL_SEED ?? 1);
const timeout = 120_000 * Math.max(1, factor);

const signals = ["SIGKILL", "SIGINT", "SIGTERM"] as const;
const exitCodes = { SIGINT: 130, SIGTERM: 143 };

describe.skipIf(process.platform === "win32")("a run that is stopped", () => {
  test("at a call of the file system, by a signal", { timeout }, async () => {
    const project = makeKilledProject(9);
    const calls = await countCalls(project);
    const random = randomNumbers(seed);
    const stops = new Map<string, number>();
    for (let round = 0; round < 9 * factor; round++) {
      const signal = pick(signals, round);
      const call = 1 + Math.floor(random() * calls);
      const folder = copyProject(project);
      const ended = await runStopped(folder, { call, signal });
      const outcome = checkStopped(project, folder, ended, signal);
      count(stops, `${signal} ${outcome}`);
      checkNextRun(project, folder, `${signal} at call ${call} of ${calls}`);
    }
    expect(stops.get("SIGKILL killed")).toBe(3 * factor);
  });

  test("at any time, by a signal", { timeout }, async () => {
    const project = makeKilledProject(300);
    const random = randomNumbers(seed + 1);
    for (let round = 0; round < 6 * factor; round++) {
      const signal = pick(signals, round);
      const folder = copyProject(project);
      const delay = random() * (round % 2 === 0 ? 20 : 80);
      const ended = await runStopped(folder, null, (kill) => {
        // Most of the time nothing is written, which is not what is tested.
        whenWriting(folder)
          .then(() => sleep(delay))
          .then(() => kill(signal));
      });
      checkStopped(project, folder, ended, signal);
      checkNextRun(project, folder, `${signal} after ${delay} ms`);
    }
  });

  test("by an error of the system", { timeout }, async () => {
    const project = makeKilledProject(6);
    const calls = await countCalls(project);
    const random = randomNumbers(seed + 2);
    for (let round = 0; round < 6 * factor; round++) {
      const error = pick(["ENOSPC", "EACCES", "EIO"], round);
      const call = 1 + Math.floor(random() * calls);
      const folder = copyProject(project);
      const ended = await runStopped(folder, { call, error });
      const at = `${error} at call ${call} of ${calls}: ${ended.stderr}`;
      expect([0, 2], at).toContain(ended.status);
      const texts = readTexts(join(folder, "out"));
      if (ended.status === 2) expect(texts, at).toEqual(project.before);
      else expect(withoutWork(texts), at).toEqual(project.after);
      checkNextRun(project, folder, at);
    }
  });
});

/** `undone` or `done`; SIGKILL may leave anything, but nothing that Git would take. */
function checkStopped(
  project: KilledProject,
  folder: string,
  { status, signal, stderr }: Ended,
  sent: (typeof signals)[number],
): "killed" | "undone" | "done" {
  const texts = readTexts(join(folder, "out"));
  if (signal !== null) {
    expect(signal).toBe(sent);
    // A signal may come before a run writes, or while its process ends.
    if (sent !== "SIGKILL") {
      expect([project.before, project.after]).toContainEqual(texts);
    }
    checkGit(folder);
    return "killed";
  }
  if (status === 0) {
    expect(texts).toEqual(project.after);
    return "done";
  }
  expect(sent).not.toBe("SIGKILL");
  if (sent === "SIGKILL") return "killed";
  expect(status, stderr).toBe(exitCodes[sent]);
  expect(stderr).toContain(`interrupted by ${sent}`);
  expect(texts).toEqual(project.before);
  return "undone";
}

function checkNextRun(
  project: KilledProject,
  folder: string,
  at: string,
): void {
  const args = ["--spec", "after.json", "--out", "out"];
  const check = spawnCodegen(folder, ["check", ...args]);
  expect([0, 1], at).toContain(check.status);
  expect(check.stdout, at).not.toContain("edited by hand");
  const next = spawnCodegen(folder, ["run", ...args]);
  expect(next.status, at + next.stderr).toBe(0);
  expect(next.stderr, at).not.toContain("edited by hand");
  expect(readTexts(join(folder, "out")), at).toEqual(project.after);
  expect(spawnCodegen(folder, ["check", ...args]).status, at).toBe(0);
}

/** The files that are new to Git are exactly the generated ones. */
function checkGit(folder: string): void {
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: folder, encoding: "utf8" });
  git("init", "--quiet");
  const added = git("add", "--dry-run", "--all", "out").split("\n");
  expect(added.filter((line) => line.includes(".codegen"))).toEqual([]);
}

function withoutWork(
  texts: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).filter(([path]) => !path.startsWith(".codegen")),
  );
}

async function countCalls(project: KilledProject): Promise<number> {
  const counted = join(temporaryFolder(), "calls");
  await runStopped(copyProject(project), { call: 0, counted });
  return Number(readFileSync(counted, "utf8"));
}

async function whenWriting(folder: string): Promise<void> {
  const work = join(folder, "out/.codegen");
  for (let waits = 0; waits < 10_000 && !existsSync(work); waits++) {
    await sleep(1);
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("there is nothing to pick from");
  return item;
}

/** The same numbers for the same seed, each from 0 up to 1 (mulberry32). */
function randomNumbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
