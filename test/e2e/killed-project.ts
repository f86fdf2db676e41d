// A project for the tests that kill the command: two documents, of which the second
// changes, adds and removes a third of the files each.

import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { readTexts } from "./folder-snapshot.js";
import { type CodegenResult, command, spawnCodegen } from "./run-codegen.js";
import { objectOf, smallDocument } from "./small-document.js";

const preload = fileURLToPath(new URL("stop-at-call.mjs", import.meta.url));

export interface KilledProject {
  /** Has `before.json`, `after.json`, and `out` as generated from the first. */
  readonly folder: string;
  /** The contents of `out` when generated from each of the two. */
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

/** Gone when the test that calls it ends. */
export function makeKilledProject(schemas: number): KilledProject {
  const folder = mkdtempSync(join(tmpdir(), "codegen-kill-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const names = Array.from({ length: schemas }, (_, index) => `model_${index}`);
  const of = (kept: (index: number) => boolean, type: string) =>
    smallDocument(
      Object.fromEntries(
        names
          .filter((_, index) => kept(index))
          .map((name, index) => [
            name,
            objectOf({ a: { type: index % 2 === 0 ? type : "boolean" } }),
          ]),
      ),
    );
  writeFileSync(
    join(folder, "before.json"),
    of((i) => i % 3 !== 0, "string"),
  );
  writeFileSync(
    join(folder, "after.json"),
    of((i) => i % 3 !== 1, "integer"),
  );
  const generate = (name: string) => {
    const out = join(folder, name);
    spawnCodegen(folder, ["run", "--spec", `${name}.json`, "--out", out]);
    return readTexts(out);
  };
  const [before, after] = [generate("before"), generate("after")];
  return { folder, before, after };
}

/** A copy of the project that a test may spoil, with `out` of the first document. */
export function copyProject({ folder }: KilledProject): string {
  const copy = mkdtempSync(join(tmpdir(), "codegen-killed-"));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  for (const name of ["before.json", "after.json"]) {
    cpSync(join(folder, name), join(copy, name));
  }
  mkdirSync(join(copy, "out"));
  cpSync(join(folder, "before"), join(copy, "out"), { recursive: true });
  return copy;
}

export interface StopAt {
  readonly call: number;
  readonly signal?: NodeJS.Signals;
  readonly error?: string;
  /** The file to write the number of calls to. */
  readonly counted?: string;
}

export interface Ended extends CodegenResult {
  readonly signal: NodeJS.Signals | null;
}

/** `run` from the second document into `out`, stopped from inside or from outside. */
export function runStopped(
  folder: string,
  stopAt: StopAt | null,
  from: (kill: (signal: NodeJS.Signals) => void) => void = () => {},
  spec = "after.json",
): Promise<Ended> {
  const args = ["run", "--spec", spec, "--out", join(folder, "out")];
  return startStopped(folder, args, stopAt, from);
}

/** Any command, stopped at a call below `out`. */
export function startStopped(
  folder: string,
  args: readonly string[],
  stopAt: StopAt | null,
  from: (kill: (signal: NodeJS.Signals) => void) => void = () => {},
): Promise<Ended> {
  const out = join(folder, "out");
  const load = stopAt === null ? [] : ["--import", preload];
  const child = spawn(process.execPath, [...load, command, ...args], {
    cwd: folder,
    env: {
      ...process.env,
      STOP_AT: JSON.stringify({ folder: out, ...stopAt }),
    },
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  from((signal) => void child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => {
      resolve({ status, signal, stdout, stderr });
    });
  });
}
