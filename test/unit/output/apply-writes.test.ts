import { execFileSync } from "node:child_process";
import nodeFs, {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/diagnostics/input-error.js";
import type { OutputFs } from "../../../src/output/output-fs.js";
import {
  diagnosticsOfRun,
  generateInto,
  makeTempFolder,
  planFor,
  readStamps,
  readTree,
  writeTree,
} from "./disk.js";

const first = {
  "index.ts": "index 1",
  "model/a.ts": "a 1",
  "model/b.ts": "b 1",
  "old/deep/c.ts": "c 1",
};

/** Creates in a new folder, updates, leaves alone, and empties a folder. */
const second = {
  "index.ts": "index 2",
  "model/a.ts": "a 1",
  "model/b.ts": "b 2",
  "params/new/d.ts": "d 2",
};

function withoutManifest(folder: string): Record<string, string> {
  const { "manifest.json": _, ...tree } = readTree(folder);
  return tree;
}

describe("applyWrites", () => {
  test("writes everything, into a folder that was not there", async () => {
    const outDir = join(makeTempFolder(), "generated/mine");
    expect(await generateInto(outDir, first)).toEqual({
      created: 4,
      updated: 0,
      unchanged: 0,
      removed: 0,
      kept: [],
      edited: [],
    });
    expect(withoutManifest(outDir)).toEqual({
      ...first,
      "model/": "",
      "old/": "",
      "old/deep/": "",
    });
    const { files } = JSON.parse(readTree(outDir)["manifest.json"] ?? "");
    expect(Object.keys(files)).toEqual(Object.keys(first));
  });

  test("does not touch a file the second time", async () => {
    const outDir = makeTempFolder();
    await generateInto(outDir, first);
    const before = readStamps(outDir);
    const calls: string[] = [];
    const report = await generateInto(outDir, first, { fs: recording(calls) });
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
    expect(readStamps(outDir)).toEqual(before);
    expect(calls).toEqual([]);
  });

  test("writes only what changed, and removes what is stale with its folders", async () => {
    const outDir = makeTempFolder();
    await generateInto(outDir, first);
    const before = readStamps(outDir);
    expect(await generateInto(outDir, second)).toMatchObject({
      created: 1,
      updated: 2,
      unchanged: 1,
      removed: 1,
    });
    expect(withoutManifest(outDir)).toEqual({
      ...second,
      "model/": "",
      "params/": "",
      "params/new/": "",
    });
    const after = readStamps(outDir);
    expect(after["model/a.ts"]).toBe(before["model/a.ts"]);
    expect(after["model/b.ts"]).not.toBe(before["model/b.ts"]);
    expect(planFor(outDir, second).unchanged).toHaveLength(4);
  });

  test("leaves folders with something in them, and the output folder always", async () => {
    const outDir = makeTempFolder();
    await generateInto(outDir, first);
    writeTree(outDir, { "old/mine.txt": "mine" });
    await generateInto(outDir, {});
    expect(withoutManifest(outDir)).toEqual({
      "old/": "",
      "old/mine.txt": "mine",
    });
    rmSync(join(outDir, "old"), { recursive: true });
    await generateInto(outDir, { "a.ts": "a" });
    await generateInto(outDir, {});
    expect(Object.keys(readTree(outDir))).toEqual(["manifest.json"]);
  });

  test("keeps a stale file that was edited, once, and then forgets it", async () => {
    const outDir = makeTempFolder();
    await generateInto(outDir, first);
    writeTree(outDir, { "old/deep/c.ts": "mine" });
    const report = await generateInto(outDir, second);
    expect(report).toMatchObject({ removed: 0, kept: ["old/deep/c.ts"] });
    expect(readTree(outDir)["old/deep/c.ts"]).toBe("mine");
    expect((await generateInto(outDir, second)).kept).toEqual([]);
    expect(readTree(outDir)["old/deep/c.ts"]).toBe("mine");
  });

  test("overwrites a live file that was edited, and says so", async () => {
    const outDir = makeTempFolder();
    await generateInto(outDir, first);
    writeTree(outDir, { "model/a.ts": "mine" });
    const report = await generateInto(outDir, second);
    expect(report).toMatchObject({ updated: 3, edited: ["model/a.ts"] });
    expect(withoutManifest(outDir)).toMatchObject(second);
  });

  test("restores a file that was deleted", async () => {
    const outDir = makeTempFolder();
    await generateInto(outDir, first);
    rmSync(join(outDir, "model"), { recursive: true });
    expect(await generateInto(outDir, first)).toMatchObject({ created: 2 });
    expect(withoutManifest(outDir)).toMatchObject(first);
  });

  test("changes nothing when one file is not ours", async () => {
    const outDir = makeTempFolder();
    await generateInto(outDir, first);
    writeTree(outDir, { "params/new/d.ts": "hand-written" });
    const before = [readTree(outDir), readStamps(outDir)];
    const [diagnostic] = await diagnosticsOfRun(generateInto(outDir, second));
    expect(diagnostic?.code).toBe("output/foreign-file");
    expect([readTree(outDir), readStamps(outDir)]).toEqual(before);
  });

  test("removes nothing when only some files were rendered", async () => {
    const outDir = makeTempFolder();
    await generateInto(outDir, first);
    const report = await generateInto(
      outDir,
      { "new.ts": "n" },
      { partial: true },
    );
    expect(report).toMatchObject({ created: 1, removed: 0 });
    expect(withoutManifest(outDir)).toMatchObject({ ...first, "new.ts": "n" });
    expect((await generateInto(outDir, {})).removed).toBe(5);
  });

  test("goes on beside what a killed run has left", async () => {
    const outDir = makeTempFolder();
    await generateInto(outDir, first);
    const leftOver = {
      ".index.ts.codegen-tmp": "half",
      [`model/.b.ts.codegen-tmp-${process.pid}`]: "half",
      [`model/.b.ts.codegen-tmp-${process.pid}-00000000-0-old`]: "b 0",
    };
    writeTree(outDir, leftOver);
    expect((await generateInto(outDir, second)).updated).toBe(2);
    expect(withoutManifest(outDir)).toMatchObject({ ...second, ...leftOver });
  });

  test("has room for the longest names", async () => {
    const outDir = makeTempFolder();
    const tree = {
      [`${"x".repeat(252)}.ts`]: "1",
      [`${"é".repeat(125)}.ts`]: "",
    };
    expect((await generateInto(outDir, tree)).created).toBe(2);
    expect(withoutManifest(outDir)).toEqual(tree);
  });

  test("refuses a link that came after the folder was read", async () => {
    for (const tree of [second, {}]) {
      const outDir = makeTempFolder();
      await generateInto(outDir, first);
      const plan = planFor(outDir, tree);
      nodeFs.renameSync(join(outDir, "model"), join(outDir, "elsewhere"));
      symlinkSync("elsewhere", join(outDir, "model"));
      const before = readTree(outDir);
      const [diagnostic] = await diagnosticsOfRun(
        generateInto(outDir, {}, { plan }),
      );
      expect(diagnostic).toMatchObject({
        code: "output/link",
        at: { file: `${outDir}/model` },
      });
      expect(readTree(outDir)).toEqual(before);
    }
  });

  test("removes before it writes, and vouches for it in the manifest last", async () => {
    const outDir = makeTempFolder();
    await generateInto(outDir, first);
    const calls: string[] = [];
    await generateInto(outDir, second, { fs: recording(calls) });
    const names = calls.map((call) => call.replaceAll(outDir, ""));
    const journal = names.indexOf("renameSync /.codegen/journal.json.new");
    const commits = names
      .slice(journal + 1)
      .filter((call) => /^(renameSync|unlinkSync)/.test(call));
    expect(commits.map((call) => call.replace(/[0-9a-f]{16}/, ""))).toEqual([
      "unlinkSync /old/deep/c.ts",
      "renameSync /.codegen/folders/1",
      "renameSync /.codegen/files/2",
      "renameSync /.codegen/files/3",
      "renameSync /.codegen/files/4",
      "renameSync /.codegen",
    ]);
    const manifest = names.indexOf("writeFileSync /.codegen/files/4");
    expect(manifest).toBe(names.lastIndexOf("writeFileSync /.codegen/files/4"));
    expect(names.findLast((call) => call.startsWith("writeFile"))).toBe(
      "writeFileSync /.codegen/journal.json.new",
    );
  });
});

describe("when a call fails", () => {
  /** An earlier run, someone's own file, and a plan that does everything at once. */
  async function prepare(): Promise<{ folder: string; outDir: string }> {
    const folder = makeTempFolder();
    const outDir = join(folder, "a/b");
    await generateInto(outDir, first);
    writeTree(outDir, { "model/mine.txt": "mine" });
    return { folder, outDir };
  }

  async function countCalls(): Promise<number> {
    const calls: string[] = [];
    const { outDir } = await prepare();
    await generateInto(outDir, second, { fs: recording(calls) });
    return calls.length;
  }

  function isOurSpare(path: string): boolean {
    return /^\.codegen\/old\/\d+$/.test(path);
  }

  test("once, at any step: all is as before, or all is done", async () => {
    const { outDir } = await prepare();
    await generateInto(outDir, second);
    const expected = readTree(outDir);
    const callCount = await countCalls();
    const outcomes: string[] = [];
    for (let failing = 1; failing <= callCount; failing++) {
      const { folder, outDir } = await prepare();
      const before = [readTree(folder), readStamps(folder)];
      const calls: string[] = [];
      const fs = recording(calls, (count) => count === failing);
      try {
        await generateInto(outDir, second, { fs });
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect(
          [readTree(folder), readStamps(folder)],
          calls[failing - 1],
        ).toEqual(before);
        outcomes.push("undone");
        continue;
      }
      // What could not be removed goes with the next run.
      const left = Object.entries(readTree(outDir)).filter(
        ([path]) => !path.startsWith(".codegen") && !path.startsWith("old/"),
      );
      expect(Object.fromEntries(left), calls[failing - 1]).toEqual(expected);
      await generateInto(outDir, second);
      expect(readTree(outDir), calls[failing - 1]).toMatchObject(expected);
      expect(Object.keys(readTree(outDir)).join()).not.toContain(".codegen");
      outcomes.push("done");
    }
    expect(outcomes.filter((each) => each === "undone").length).toBeGreaterThan(
      15,
    );
    expect(outcomes).toContain("done");
  });

  test("once, into a folder that was not there: it is not there again", async () => {
    const calls: string[] = [];
    await generateInto(join(makeTempFolder(), "a/b"), first, {
      fs: recording(calls),
    });
    let undone = 0;
    for (let failing = 1; failing <= calls.length; failing++) {
      const folder = makeTempFolder();
      const fs = recording([], (count) => count === failing);
      try {
        await generateInto(join(folder, "a/b"), first, { fs });
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect(readdirSync(folder), calls[failing - 1]).toEqual([]);
        undone++;
        continue;
      }
      expect(withoutManifest(join(folder, "a/b"))).toMatchObject(first);
    }
    expect(undone).toBeGreaterThan(20);
  });

  test("always, for hard links: copies do as well", async () => {
    const { folder, outDir } = await prepare();
    const before = readTree(folder);
    const noLinks = (_: number, name: string) => name === "linkSync";
    const noCommit = (count: number, name: string, path: string) =>
      noLinks(count, name) || (name === "renameSync" && /manifest/.test(path));
    await expect(
      generateInto(outDir, second, { fs: recording([], noCommit) }),
    ).rejects.toThrow(InputError);
    expect(readTree(folder)).toEqual(before);
    await generateInto(outDir, second, { fs: recording([], noLinks) });
    expect(withoutManifest(outDir)).toMatchObject(second);
    expect(Object.keys(readTree(outDir)).join()).not.toContain(".codegen");
  });

  test.each([/./, /rename/])(
    "and from then on, %s: nothing is lost, and the message says where it is",
    async (names) => {
      const callCount = await countCalls();
      let stuck = 0;
      for (let failing = 1; failing <= callCount; failing++) {
        const { outDir } = await prepare();
        const fs = recording(
          [],
          (count, name) => count >= failing && names.test(name),
        );
        let help = "";
        try {
          await generateInto(outDir, second, { fs });
          continue; // it had succeeded already
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          help = String(error.diagnostics[0]?.help);
        }
        const tree = readTree(outDir);
        for (const [path, contents] of Object.entries(first)) {
          if (tree[path] === contents) continue;
          stuck++;
          expect(help).toContain("could not be put back");
          expect(help).toContain(JSON.stringify(join(outDir, path)));
          const spares = Object.keys(tree).filter(
            (each) => isOurSpare(each) && tree[each] === contents,
          );
          expect(spares).toHaveLength(1);
          expect(help).toContain(join(outDir, spares[0] ?? "?"));
        }
      }
      expect(stuck).toBeGreaterThan(0);
    },
  );

  test("the message names the file, the reason and what to do", async () => {
    const { outDir } = await prepare();
    const full = (_: number, name: string, path: string) =>
      name === "writeFileSync" && path.includes("d.ts");
    const [diagnostic] = await diagnosticsOfRun(
      generateInto(outDir, second, { fs: recording([], full) }),
    );
    const file = `${outDir}/params/new/d.ts`;
    expect(diagnostic).toMatchObject({
      code: "output/unwritable",
      at: { file },
      message: `cannot write "${file}": no space left on device (ENOSPC)`,
      help: "nothing on disk was changed; make room on the disk, then run again",
    });
  });

  test("a bug of ours is undone too, and is not called wrong input", async () => {
    const { folder, outDir } = await prepare();
    const before = readTree(folder);
    const code = "ERR_INVALID_ARG_TYPE"; // Node's own complaints have codes too
    const bug = Object.assign(new TypeError("bug"), { code });
    let left = 3;
    const renameSync = (from: string, to: string): void => {
      if (--left === 0) throw bug;
      nodeFs.renameSync(from, to);
    };
    const fs = { ...nodeFs, renameSync } as OutputFs; // paths are strings here
    await expect(generateInto(outDir, second, { fs })).rejects.toThrow(bug);
    expect(readTree(folder)).toEqual(before);
  });
});

describe("when the system really refuses", () => {
  test("a disk that is full", async ({ skip, onTestFinished }) => {
    const folder = makeTempFolder();
    const disk = join(folder, "disk");
    mkdirSync(disk);
    try {
      const size = ["-t", "tmpfs", "-o", "size=128k", "tmpfs", disk];
      execFileSync("mount", size, { stdio: "ignore" });
    } catch {
      skip("a small disk cannot be mounted here");
    }
    onTestFinished(() => {
      execFileSync("umount", [disk]);
    });
    const outDir = join(disk, "out");
    await generateInto(outDir, first);
    const before = [readTree(disk), readStamps(disk)];
    const big = { ...second, "model/z.ts": "z".repeat(200_000) };
    const [diagnostic] = await diagnosticsOfRun(generateInto(outDir, big));
    expect(diagnostic?.code).toBe("output/unwritable");
    expect(diagnostic?.message).toContain("no space left on device (ENOSPC)");
    expect([readTree(disk), readStamps(disk)]).toEqual(before);
    expect(await generateInto(outDir, second)).toMatchObject({ updated: 2 });
  });

  test.skipIf(!existsSync("/proc/self"))(
    "a folder of the system's",
    async () => {
      const outDir = "/proc/generated";
      const [diagnostic] = await diagnosticsOfRun(generateInto(outDir, first));
      expect(diagnostic).toMatchObject({
        code: "output/unwritable",
        at: { file: outDir },
        message: expect.stringMatching(
          /^cannot write "\/proc\/generated": .+\(E/,
        ),
      });
    },
  );

  test("a folder that turned into a file", async () => {
    const outDir = makeTempFolder();
    await generateInto(outDir, first);
    const plan = planFor(outDir, second);
    writeFileSync(join(outDir, "params"), "mine");
    const before = [readTree(outDir), readStamps(outDir)];
    const [diagnostic] = await diagnosticsOfRun(
      generateInto(outDir, {}, { plan }),
    );
    expect(diagnostic?.code).toBe("output/unwritable");
    expect([readTree(outDir), readStamps(outDir)]).toEqual(before);
  });
});

/** `node:fs`, noting each call, and failing those that `fails` picks (counted from 1). */
function recording(
  calls: string[],
  fails: (count: number, name: string, path: string) => boolean = () => false,
): OutputFs {
  let count = 0;
  return new Proxy<OutputFs>(nodeFs, {
    get(target, name: keyof OutputFs) {
      return (...args: readonly unknown[]) => {
        count++;
        const path = String(args.at(name === "writeFileSync" ? 0 : -1));
        calls.push(`${name} ${args[0]}`);
        if (fails(count, name, path)) {
          const message = `ENOSPC: no space left on device, ${name} '${path}'`;
          throw Object.assign(new Error(message), {
            code: "ENOSPC",
            syscall: name,
          });
        }
        return Reflect.apply(target[name], target, args);
      };
    },
  });
}
