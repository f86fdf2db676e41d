// The command as its users start it: a process with streams and an exit code. Most other
// tests run it in their own process, which prints and returns the same.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { good, run } from "./refusal.js";
import { type CodegenResult, runCodegen, spawnCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const source = ["--spec", "good.json", "--out", "out"];
const files = { "good.json": good, "cut.json": good.slice(0, -20) };

/** The parts of the output that differ between runs. */
const withoutTimes = (result: CodegenResult): CodegenResult => ({
  ...result,
  stdout: result.stdout.replace(/\d+\.\d\d s/g, "TIME"),
});

const commands: Readonly<Record<string, readonly [number, readonly string[]]>> =
  {
    run: [0, ["run", ...source]],
    "run --dry-run": [0, ["run", ...source, "--dry-run"]],
    check: [1, ["check", ...source]],
    list: [0, ["list", ...source]],
    inspect: [0, ["inspect", "pet", ...source]],
    "a wrong document": [2, run("cut.json")],
    "an unknown command": [2, ["rnu"]],
    "no command": [2, []],
    "--help": [0, ["--help"]],
  };

describe("a process ends with the code, and prints the text, of a run in this process", () => {
  test.each(Object.entries(commands))("%s", async (_name, [status, args]) => {
    const spawned = spawnCodegen(temporaryFolder(files), args);
    expect(spawned.status).toBe(status);
    expect(spawned.stdout === "").toBe(status === 2);
    expect(spawned.stderr === "").toBe(status !== 2);
    const within = await runCodegen(temporaryFolder(files), args);
    expect(withoutTimes(spawned)).toEqual(withoutTimes(within));
  });
});

test("a document on standard input", () => {
  const folder = temporaryFolder();
  const { status, stderr } = spawnCodegen(folder, run("-"), good);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(existsSync(join(folder, "out/model/pet.ts"))).toBe(true);
});
