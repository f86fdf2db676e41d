import nodeFs, {
  existsSync,
  mkdirSync,
  readdirSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyWrites } from "../../../src/output/apply-writes.js";
import { lockOutput } from "../../../src/output/lock-output.js";
import { lockOutputs } from "../../../src/output/lock-outputs.js";
import {
  describeSelf,
  formatOwner,
  hasEnded,
  parseOwner,
} from "../../../src/output/lock-owner.js";
import type { OutputFs } from "../../../src/output/output-fs.js";
import {
  checkAll,
  diagnosticsOfRun,
  generateInto,
  makeTempFolder,
  newProcess,
  planFor,
  readTree,
  writeTree,
} from "./disk.js";

const unique = "0123456789abcdef";
const checkpoint = async () => {};

describe("the owner of a lock", () => {
  const alive = { pid: 1000, isAlive: () => true };
  const dead = { pid: 1000, isAlive: () => false };
  const self = describeSelf({ pid: 2 ** 30, isAlive: () => true });

  test("is read as it was written", () => {
    const owner = { ...self, started: "17", host: "a.b-c_d" };
    expect(parseOwner(formatOwner(owner, unique))).toEqual(owner);
    for (const name of [
      "owner",
      "owner.1",
      "journal.json",
      "owner.x.1.1.y.z",
    ]) {
      expect(parseOwner(name)).toBeNull();
    }
  });

  test.each([
    ["lives", {}, alive, false],
    ["has ended", {}, dead, true],
    ["is on another host", { host: "elsewhere" }, dead, false],
    ["is in another container", { space: "1" }, dead, false],
    ["had the id that we have", { pid: 1000 }, alive, true],
  ])("%s", (_, changes, processes, ended) => {
    expect(hasEnded({ ...self, ...changes }, processes)).toBe(ended);
  });

  test.skipIf(!existsSync("/proc/self/stat"))("began at another time", () => {
    const owner = describeSelf({ pid: process.pid, isAlive: () => true });
    expect(owner.started).toMatch(/^\d+$/);
    expect(hasEnded(owner, alive)).toBe(false);
    expect(hasEnded({ ...owner, started: "1" }, alive)).toBe(true);
  });
});

describe("a lock", () => {
  const tree = { "a.ts": "a" };

  test.each([
    [{ host: "elsewhere" }, "process 7 on elsewhere"],
    [{ space: "1" }, "process 7 on"],
  ])(
    "that may be held is waited for, and not broken: %j",
    async (changes, text) => {
      const outDir = makeTempFolder();
      const self = describeSelf(newProcess());
      const owner = formatOwner({ ...self, pid: 7, ...changes }, unique);
      writeTree(outDir, { [`.codegen/${owner}`]: "" });
      const before = readTree(outDir);
      const [diagnostic] = await diagnosticsOfRun(generateInto(outDir, tree));
      expect(diagnostic?.code).toBe("output/locked");
      expect(diagnostic?.message).toContain(text);
      expect(diagnostic?.help).toContain(`remove "${outDir}/.codegen"`);
      expect(readTree(outDir)).toEqual(before);
    },
  );

  test("is taken when the other run releases it", async () => {
    const outDir = makeTempFolder();
    const processes = newProcess(() => true);
    const options = { fs: nodeFs, checkpoint, processes, lockTimeout: 60_000 };
    const first = await lockOutput(outDir, options);
    const order: string[] = [];
    const second = lockOutput(outDir, {
      ...options,
      processes: newProcess(() => true),
    }).then((lock) => {
      order.push("second");
      lock.release("done");
    });
    await new Promise((resolve) => setTimeout(resolve, 120));
    order.push("first");
    first.release("done");
    await second;
    expect(order).toEqual(["first", "second"]);
    expect(readdirSync(outDir)).toEqual([]);
  });

  test("of several that want it, one has it at a time", async () => {
    const outDir = makeTempFolder();
    let [holders, most, runs] = [0, 0, 0];
    const start = async () => {
      const processes = newProcess(() => true);
      const options = {
        fs: nodeFs,
        checkpoint,
        processes,
        lockTimeout: 60_000,
      };
      const lock = await lockOutput(outDir, options);
      most = Math.max(most, ++holders);
      await new Promise((resolve) => setTimeout(resolve, 5));
      holders--;
      runs++;
      lock.release("done");
    };
    await Promise.all(Array.from({ length: 12 }, start));
    expect({ most, runs }).toEqual({ most: 1, runs: 12 });
    expect(readdirSync(outDir)).toEqual([]);
  });

  test("in a folder that is not ours is refused, and that stays", async () => {
    const outDir = makeTempFolder();
    writeTree(outDir, { ".codegen/mine.txt": "mine" });
    const [diagnostic] = await diagnosticsOfRun(generateInto(outDir, tree));
    expect(diagnostic).toMatchObject({
      code: "output/locked",
      help: `remove "${outDir}/.codegen"`,
    });
    expect(readTree(outDir)[".codegen/mine.txt"]).toBe("mine");
  });

  test("sweeps what a killed run was making ready, and not through links", async () => {
    const outDir = makeTempFolder();
    const elsewhere = makeTempFolder();
    writeTree(elsewhere, { ".gitignore": "mine", "journal.json": "mine" });
    mkdirSync(join(outDir, `.codegen-${unique}`));
    mkdirSync(join(outDir, `.codegen-${unique.replace("0", "1")}`));
    writeFileSync(join(outDir, `.codegen-${unique}`, ".gitignore"), "*\n");
    nodeFs.symlinkSync(elsewhere, join(outDir, ".codegen-fedcba9876543210"));
    await generateInto(outDir, tree);
    expect(Object.keys(readTree(outDir)).sort()).toEqual([
      ".codegen-fedcba9876543210",
      "a.ts",
      "manifest.json",
    ]);
    expect(readTree(elsewhere)).toEqual({
      ".gitignore": "mine",
      "journal.json": "mine",
    });
  });
});

describe("a run that is interrupted", () => {
  const first = { "a.ts": "1", "m/b.ts": "1", "old/c.ts": "1" };
  const second = { "a.ts": "2", "m/b.ts": "2", "m/d.ts": "2", "new/e.ts": "2" };

  test("at any checkpoint leaves all as it was", async () => {
    for (let at = 1; ; at++) {
      const outDir = makeTempFolder();
      await generateInto(outDir, first);
      const before = readTree(outDir);
      let count = 0;
      const interrupting = async () => {
        if (++count === at) throw new Error("interrupted");
      };
      const result = await generateInto(outDir, second, {
        checkpoint: interrupting,
      }).catch((error: Error) => error.message);
      if (result !== "interrupted") {
        expect(at).toBeGreaterThan(10);
        expect(checkAll(outDir, second)).toEqual([]);
        return;
      }
      expect(readTree(outDir)).toEqual(before);
    }
  });

  test("or that fails in one of its outputs leaves the others as they were", async () => {
    for (let failing = 1; ; failing++) {
      const outDirs = [makeTempFolder(), makeTempFolder()];
      for (const outDir of outDirs) await generateInto(outDir, first);
      const before = outDirs.map(readTree);
      const options = { checkpoint, processes: newProcess(), lockTimeout: 0 };
      const release = await lockOutputs(outDirs, options);
      const plans = outDirs.map((outDir) => planFor(outDir, second));
      try {
        await applyWrites(plans, { fs: failingAt(failing) });
      } catch {
        release("failed");
        expect(outDirs.map(readTree)).toEqual(before);
        continue;
      }
      release("done");
      expect(failing).toBeGreaterThan(30);
      for (const outDir of outDirs)
        expect(checkAll(outDir, second)).toEqual([]);
      return;
    }
  });

  function failingAt(call: number): OutputFs {
    let count = 0;
    return new Proxy<OutputFs>(nodeFs, {
      get(target, name: keyof OutputFs) {
        return (...args: readonly unknown[]) => {
          // Where these fail, the run may go on.
          const isHarmless = ["linkSync", "rmdirSync", "rmSync"].includes(name);
          if (!isHarmless && ++count === call) {
            const code = "ENOSPC";
            throw Object.assign(new Error(code), { code, syscall: name });
          }
          return Reflect.apply(target[name], target, args);
        };
      },
    });
  }
});
