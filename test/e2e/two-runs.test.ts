// Two runs at once in one folder: what is there afterwards is of one of them, or of
// the other, whole. Some pairs here; KILL_FACTOR multiplies them.

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describeSelf } from "../../src/output/lock-owner.js";
import { readTexts, snapshotFolder } from "./folder-snapshot.js";
import { makeKilledProject, runStopped } from "./killed-project.js";
import { spawnCodegen, startCodegen } from "./run-codegen.js";
import { objectOf, smallDocument } from "./small-document.js";
import { temporaryFolder } from "./temporary-folder.js";

const factor = Number(process.env.KILL_FACTOR ?? 1);
const timeout = 120_000 * Math.max(1, factor);

describe("two runs at once", () => {
  test.each(["into a new folder", "into a folder with files"])(
    "%s: one after the other",
    { timeout },
    async (kind) => {
      const { folder, before, after } = makeKilledProject(60);
      for (let pair = 0; pair < 3 * factor; pair++) {
        const out = join(folder, `pair-${pair}`);
        const start = (spec: string) =>
          startCodegen(folder, ["run", "--spec", spec, "--out", out]);
        if (kind === "into a folder with files") await start("before.json");
        const results = await Promise.all([
          start("before.json"),
          start("after.json"),
        ]);
        expect(results.map(({ status }) => status)).toEqual([0, 0]);
        expect(results.map(({ stderr }) => stderr)).toEqual(["", ""]);
        expect([before, after]).toContainEqual(readTexts(out));
      }
    },
  );

  test("the lock of a killed run goes to one of several", {
    timeout,
  }, async () => {
    const project = makeKilledProject(9);
    for (let round = 0; round < 2 * factor; round++) {
      const folder = temporaryFolder({
        "before.json": "",
        "after.json": "",
      });
      for (const name of ["before.json", "after.json"]) {
        const args = ["--spec", join(project.folder, name), "--out", "out"];
        if (name === "before.json") spawnCodegen(folder, ["run", ...args]);
      }
      const spec = (name: string) => join(project.folder, `${name}.json`);
      const stop = { call: 60 + round, signal: "SIGKILL" as const };
      await runStopped(folder, stop, undefined, spec("after"));
      const runs = ["before", "after", "before", "after"].map((name) =>
        startCodegen(folder, ["run", "--spec", spec(name), "--out", "out"]),
      );
      const results = await Promise.all(runs);
      expect(results.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
      expect(results.map(({ stderr }) => stderr).join()).not.toContain(
        "edited",
      );
      expect([project.before, project.after]).toContainEqual(
        readTexts(join(folder, "out")),
      );
    }
  });
});

describe("a lock", () => {
  const document = smallDocument({ a: objectOf({ b: { type: "string" } }) });
  const args = ["--spec", "api.json", "--out", "out"];

  test("of a process that has ended is taken over", () => {
    const folder = lockedBy(2 ** 30, "0123456789abcdef");
    expect(spawnCodegen(folder, ["check", ...args]).status).toBe(1);
    const { status, stdout } = spawnCodegen(folder, ["run", ...args]);
    expect({ status }).toEqual({ status: 0 });
    expect(stdout).toContain("2 created");
    expect(Object.keys(readTexts(join(folder, "out"))).join()).not.toContain(
      ".codegen",
    );
    expect(spawnCodegen(folder, ["check", ...args]).status).toBe(0);
  });

  test("with a journal belongs to a run that was writing, which is reported", () => {
    const folder = lockedBy(2 ** 30, "0123456789abcdef");
    writeFileSync(join(folder, "out/.codegen/journal.json"), "{}");
    const before = snapshotFolder(folder);
    const check = spawnCodegen(folder, ["check", ...args, "--json"]);
    expect(check.status).toBe(1);
    expect(JSON.parse(check.stdout).drifted).toContainEqual({
      drift: "interrupted",
      path: "out/.codegen",
    });
    const dry = spawnCodegen(folder, ["run", ...args, "--dry-run"]);
    expect(dry.status).toBe(0);
    expect(dry.stderr).toBe(
      "note: out contains files from an interrupted run: the next run removes them\n",
    );
    expect(snapshotFolder(folder)).toEqual(before);
    const run = spawnCodegen(folder, ["run", ...args]);
    expect(run.status).toBe(0);
    expect(run.stderr).toBe(
      "note: an interrupted run left out incomplete: it is complete now\n",
    );
    expect(spawnCodegen(folder, ["check", ...args]).status).toBe(0);
  });

  test("whose process id belongs to another process by now is taken over too", ({
    skip,
  }) => {
    if (process.platform !== "linux")
      skip("only Linux provides the start time of a process");
    const folder = lockedBy(process.pid, "0123456789abcdef", "1");
    expect(spawnCodegen(folder, ["run", ...args]).status).toBe(0);
  });

  test.each([".codegen", ".codegen/journal.json"])(
    "is not sought through a link, %s",
    (link) => {
      const folder = temporaryFolder({
        "api.json": document,
        "elsewhere/journal.json": "{}",
      });
      const from = join(folder, "out", link);
      mkdirSync(join(from, ".."), { recursive: true });
      const isFolder = link === ".codegen";
      const target = isFolder ? "elsewhere" : "elsewhere/journal.json";
      symlinkSync(join(folder, target), from);
      const before = snapshotFolder(folder);
      const { status, stderr } = spawnCodegen(folder, ["run", ...args]);
      expect(status).toBe(2);
      expect(stderr).toContain("is a link [output/link]");
      expect(snapshotFolder(folder)).toEqual(before);
    },
  );

  test.each([
    ["{", "it is not JSON"],
    ["[]", "it must be an object"],
    ['{"x.ts":[],"x.ts":[]}', 'the key "x.ts" appears twice'],
    ['{"../x.ts":[]}', 'has the segment ".."'],
    ['{"/etc/passwd":[]}', "is absolute"],
    ['{".codegen/x":[]}', "the work folder of runs"],
    ['{"x.ts":"abc"}', "must have an array of SHA-256"],
  ])("with the journal %j is refused, and all stays", (journal, reason) => {
    const folder = lockedBy(2 ** 30, "0123456789abcdef");
    writeFileSync(join(folder, "out/.codegen/journal.json"), journal);
    const before = snapshotFolder(folder);
    for (const command of ["run", "check"]) {
      const { status, stderr } = spawnCodegen(folder, [command, ...args]);
      expect(status).toBe(2);
      expect(stderr).toContain("[output/invalid-journal]");
      expect(stderr).toContain(reason);
      expect(stderr).toContain("delete the folder `.codegen`");
    }
    expect(snapshotFolder(folder)).toEqual(before);
  });

  test("is not needed if all files are up to date, or by check", () => {
    const folder = temporaryFolder({ "api.json": document });
    spawnCodegen(folder, ["run", ...args]);
    const before = snapshotFolder(folder);
    expect(spawnCodegen(folder, ["run", ...args]).status).toBe(0);
    expect(spawnCodegen(folder, ["check", ...args]).status).toBe(0);
    expect(snapshotFolder(folder)).toEqual(before);
  });

  test("of two outputs that are one folder by a link is refused", () => {
    const folder = temporaryFolder({
      "api.json": document,
      "codegen.config.yaml":
        "outputs:\n  - { spec: api.json, out: real }\n  - { spec: api.json, out: link }\n",
    });
    mkdirSync(join(folder, "real"));
    symlinkSync("real", join(folder, "link"));
    const { status, stderr } = spawnCodegen(folder, ["run"]);
    expect(status).toBe(2);
    expect(stderr).toContain("are one folder");
    expect(readTexts(join(folder, "real"))).toEqual({});
  });

  /** An output folder with a lock in it. */
  function lockedBy(pid: number, unique: string, started = ""): string {
    const folder = temporaryFolder({ "api.json": document });
    const owner = `owner.${pid}.${started}.${space()}.${unique}.${hostname()}`;
    const work = join(folder, "out/.codegen");
    mkdirSync(work, { recursive: true });
    writeFileSync(join(work, ".gitignore"), "*\n");
    writeFileSync(join(work, owner), "");
    return folder;
  }
});

/** As the lock has it: what process ids are counted in. */
function space(): string {
  return describeSelf({ pid: process.pid, isAlive: () => true }).space;
}
