// A run that is stopped while it writes two outputs, or while it waits for another run:
// both outputs are as before, or the next run completes both.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describeSelf, formatOwner } from "../../src/output/lock-owner.js";
import { readTexts, snapshotFolder } from "./folder-snapshot.js";
import {
  type KilledProject,
  makeKilledProject,
  startStopped,
} from "./killed-project.js";
import { spawnCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const factor = Number(process.env.KILL_FACTOR ?? 1);
const timeout = 120_000 * Math.max(1, factor);

/** Both outputs change, each into what the other was. */
function makeOutputs({ folder }: KilledProject): string {
  const copy = temporaryFolder({
    "codegen.config.yaml":
      "outputs:\n  - { spec: after.json, out: out/one }\n  - { spec: before.json, out: out/two }\n",
  });
  for (const name of ["before.json", "after.json"]) {
    cpSync(join(folder, name), join(copy, name));
  }
  cpSync(join(folder, "before"), join(copy, "out/one"), { recursive: true });
  cpSync(join(folder, "after"), join(copy, "out/two"), { recursive: true });
  return copy;
}

describe.skipIf(process.platform === "win32")("two outputs", () => {
  test("are both completed by the run after a kill, and both undone by a signal", {
    timeout,
  }, async () => {
    const project = makeKilledProject(6);
    const counted = join(temporaryFolder(), "calls");
    await startStopped(makeOutputs(project), ["run"], { call: 0, counted });
    const calls = Number(readFileSync(counted, "utf8"));
    const before = [project.before, project.after];
    const after = [project.after, project.before];
    const rounds = 9 * factor;
    let halves = 0;
    for (let round = 0; round < rounds; round++) {
      const signal = (["SIGKILL", "SIGINT", "SIGTERM"] as const)[round % 3];
      // From the middle on, where most of the calls write.
      const call = Math.ceil(calls * (0.4 + (0.6 * (round + 0.5)) / rounds));
      const folder = makeOutputs(project);
      const at = `${signal} at call ${call} of ${calls}`;
      const stop = signal === undefined ? { call } : { call, signal };
      const ended = await startStopped(folder, ["run"], stop);
      const texts = textsOf(folder);
      if (ended.status === 0) expect(texts, at).toEqual(after);
      else if (signal === "SIGKILL") {
        expect(ended.signal, at).toBe("SIGKILL");
        halves += Number(spawnCodegen(folder, ["check"]).status === 1);
      } else if (ended.status !== null) {
        expect(ended.status, at).toBe(signal === "SIGINT" ? 130 : 143);
        expect(texts, at).toEqual(before);
      }
      const next = spawnCodegen(folder, ["run"]);
      expect(next.status, at + next.stderr).toBe(0);
      expect(next.stderr, at).not.toMatch(/edited|warning/);
      expect(textsOf(folder), at).toEqual(after);
      expect(spawnCodegen(folder, ["check"]).status, at).toBe(0);
    }
    expect(halves).toBeGreaterThan(0);
  });

  function textsOf(folder: string): Record<string, string>[] {
    return ["one", "two"].map((name) => readTexts(join(folder, "out", name)));
  }
});

describe.skipIf(process.platform === "win32")("waiting for another run", () => {
  test.each([
    ["run", "SIGINT", 130],
    ["run", "SIGTERM", 143],
    ["check", "SIGINT", 130],
  ] as const)(
    "%s ends at %s with %d, and changes nothing",
    async (command, signal, status) => {
      const { folder } = makeKilledProject(3);
      const work = join(folder, "out/.codegen");
      mkdirSync(work, { recursive: true });
      const owner = describeSelf({ pid: process.pid, isAlive: () => true });
      writeFileSync(join(work, formatOwner(owner, "0123456789abcdef")), "");
      const before = snapshotFolder(join(folder, "out"));
      // It looks at the lock again and again: the 60th call is one of these.
      const ended = await startStopped(
        folder,
        [command, "--spec", "after.json", "--out", "out"],
        { call: 60, signal },
      );
      expect(ended).toMatchObject({ status, stdout: "" });
      expect(ended.stderr).toContain(`interrupted by ${signal}`);
      expect(snapshotFolder(join(folder, "out"))).toEqual(before);
    },
  );
});
