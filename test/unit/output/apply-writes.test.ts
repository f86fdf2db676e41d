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
import { applyWrites } from "../../../src/output/apply-writes.js";
import type { OutputFs } from "../../../src/output/output-fs.js";
import {
  diagnosticsOf,
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
  test("writes everything, into a folder that was not there", () => {
    const outDir = join(makeTempFolder(), "generated/mine");
    expect(generateInto(outDir, first)).toEqual({
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

  test("does not touch a file the second time", () => {
    const outDir = makeTempFolder();
    generateInto(outDir, first);
    const before = readStamps(outDir);
    const calls: string[] = [];
    const report = generateInto(outDir, first, {}, recording(calls));
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
    expect(readStamps(outDir)).toEqual(before);
    expect(calls).toEqual([]);
  });

  test("writes only what changed, and removes what is stale with its folders", () => {
    const outDir = makeTempFolder();
    generateInto(outDir, first);
    const before = readStamps(outDir);
    expect(generateInto(outDir, second)).toMatchObject({
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

  test("leaves folders with something in them, and the output folder always", () => {
    const outDir = makeTempFolder();
    generateInto(outDir, first);
    writeTree(outDir, { "old/mine.txt": "mine" });
    generateInto(outDir, {});
    expect(withoutManifest(outDir)).toEqual({
      "old/": "",
      "old/mine.txt": "mine",
    });
    rmSync(join(outDir, "old"), { recursive: true });
    generateInto(outDir, { "a.ts": "a" });
    generateInto(outDir, {});
    expect(Object.keys(readTree(outDir))).toEqual(["manifest.json"]);
  });

  test("keeps a stale file that was edited, once, and then forgets it", () => {
    const outDir = makeTempFolder();
    generateInto(outDir, first);
    writeTree(outDir, { "old/deep/c.ts": "mine" });
    const report = generateInto(outDir, second);
    expect(report).toMatchObject({ removed: 0, kept: ["old/deep/c.ts"] });
    expect(readTree(outDir)["old/deep/c.ts"]).toBe("mine");
    expect(generateInto(outDir, second).kept).toEqual([]);
    expect(readTree(outDir)["old/deep/c.ts"]).toBe("mine");
  });

  test("overwrites a live file that was edited, and says so", () => {
    const outDir = makeTempFolder();
    generateInto(outDir, first);
    writeTree(outDir, { "model/a.ts": "mine" });
    const report = generateInto(outDir, second);
    expect(report).toMatchObject({ updated: 3, edited: ["model/a.ts"] });
    expect(withoutManifest(outDir)).toMatchObject(second);
  });

  test("restores a file that was deleted", () => {
    const outDir = makeTempFolder();
    generateInto(outDir, first);
    rmSync(join(outDir, "model"), { recursive: true });
    expect(generateInto(outDir, first)).toMatchObject({ created: 2 });
    expect(withoutManifest(outDir)).toMatchObject(first);
  });

  test("changes nothing when one file is not ours", () => {
    const outDir = makeTempFolder();
    generateInto(outDir, first);
    writeTree(outDir, { "params/new/d.ts": "hand-written" });
    const before = [readTree(outDir), readStamps(outDir)];
    const [diagnostic] = diagnosticsOf(() => generateInto(outDir, second));
    expect(diagnostic?.code).toBe("output/foreign-file");
    expect([readTree(outDir), readStamps(outDir)]).toEqual(before);
  });

  test("removes nothing when only some files were rendered", () => {
    const outDir = makeTempFolder();
    generateInto(outDir, first);
    const report = generateInto(outDir, { "new.ts": "n" }, { partial: true });
    expect(report).toMatchObject({ created: 1, removed: 0 });
    expect(withoutManifest(outDir)).toMatchObject({ ...first, "new.ts": "n" });
    expect(generateInto(outDir, {}).removed).toBe(5);
  });

  test("goes on beside what a killed run has left", () => {
    const outDir = makeTempFolder();
    generateInto(outDir, first);
    const leftOver = {
      ".index.ts.codegen-tmp": "half",
      [`model/.b.ts.codegen-tmp-${process.pid}`]: "half",
      [`model/.b.ts.codegen-tmp-${process.pid}-00000000-0-old`]: "b 0",
    };
    writeTree(outDir, leftOver);
    expect(generateInto(outDir, second).updated).toBe(2);
    expect(withoutManifest(outDir)).toMatchObject({ ...second, ...leftOver });
  });

  test("has room for the longest names", () => {
    const outDir = makeTempFolder();
    const tree = {
      [`${"x".repeat(252)}.ts`]: "1",
      [`${"é".repeat(125)}.ts`]: "",
    };
    expect(generateInto(outDir, tree).created).toBe(2);
    expect(withoutManifest(outDir)).toEqual(tree);
  });

  test("refuses a link that came after the folder was read", () => {
    for (const tree of [second, {}]) {
      const outDir = makeTempFolder();
      generateInto(outDir, first);
      const plan = planFor(outDir, tree);
      nodeFs.renameSync(join(outDir, "model"), join(outDir, "elsewhere"));
      symlinkSync("elsewhere", join(outDir, "model"));
      const before = readTree(outDir);
      const [diagnostic] = diagnosticsOf(() => applyWrites(plan));
      expect(diagnostic).toMatchObject({
        code: "output/link",
        at: { file: `${outDir}/model` },
      });
      expect(readTree(outDir)).toEqual(before);
    }
  });

  test("removes before it writes, and vouches for it in the manifest last", () => {
    const outDir = makeTempFolder();
    generateInto(outDir, first);
    const calls: string[] = [];
    generateInto(outDir, second, {}, recording(calls));
    const commits = calls.filter(
      (call) => /^(renameSync|unlinkSync)/.test(call) && !call.endsWith("-old"),
    );
    const names = commits.map((call) => call.replace(outDir, ""));
    expect(names[0]).toBe("unlinkSync /old/deep/c.ts");
    expect(names.at(-1)).toContain(".manifest.json.codegen-tmp");
    expect(names).toHaveLength(5);
  });
});

describe("when a call fails", () => {
  /** An earlier run, someone's own file, and a plan that does everything at once. */
  function prepare(): { folder: string; outDir: string } {
    const folder = makeTempFolder();
    const outDir = join(folder, "a/b");
    generateInto(outDir, first);
    writeTree(outDir, { "model/mine.txt": "mine" });
    return { folder, outDir };
  }

  function countCalls(): number {
    const calls: string[] = [];
    const { outDir } = prepare();
    generateInto(outDir, second, {}, recording(calls));
    return calls.length;
  }

  function isOurSpare(path: string): boolean {
    return /(^|\/)\.[^/]*\.codegen-tmp[^/]*-old$/.test(path);
  }

  test("once, at any step: all is as before, or all is done", () => {
    const { outDir } = prepare();
    generateInto(outDir, second);
    const expected = readTree(outDir);
    const callCount = countCalls();
    const outcomes: string[] = [];
    for (let failing = 1; failing <= callCount; failing++) {
      const { folder, outDir } = prepare();
      const before = [readTree(folder), readStamps(folder)];
      const calls: string[] = [];
      const fs = recording(calls, (count) => count === failing);
      try {
        generateInto(outDir, second, {}, fs);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect(
          [readTree(folder), readStamps(folder)],
          calls[failing - 1],
        ).toEqual(before);
        outcomes.push("undone");
        continue;
      }
      // A spare copy that could not be removed, and the folder that it is in.
      const left = Object.entries(readTree(outDir)).filter(
        ([path]) => !isOurSpare(path) && !path.startsWith("old/"),
      );
      expect(Object.fromEntries(left), calls[failing - 1]).toEqual(expected);
      outcomes.push("done");
    }
    expect(outcomes.filter((each) => each === "undone").length).toBeGreaterThan(
      15,
    );
    expect(outcomes).toContain("done");
  });

  test("once, into a folder that was not there: it is not there again", () => {
    const calls: string[] = [];
    generateInto(join(makeTempFolder(), "a/b"), first, {}, recording(calls));
    for (let failing = 1; failing <= calls.length; failing++) {
      const folder = makeTempFolder();
      const fs = recording([], (count) => count === failing);
      const [diagnostic] = diagnosticsOf(() =>
        generateInto(join(folder, "a/b"), first, {}, fs),
      );
      expect(diagnostic?.code).toBe("output/unwritable");
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  test("always, for hard links: copies do as well", () => {
    const { folder, outDir } = prepare();
    const before = readTree(folder);
    const noLinks = (_: number, name: string) => name === "linkSync";
    const noCommit = (count: number, name: string, path: string) =>
      noLinks(count, name) || (name === "renameSync" && /manifest/.test(path));
    expect(() =>
      generateInto(outDir, second, {}, recording([], noCommit)),
    ).toThrow(InputError);
    expect(readTree(folder)).toEqual(before);
    generateInto(outDir, second, {}, recording([], noLinks));
    expect(withoutManifest(outDir)).toMatchObject(second);
    expect(Object.keys(readTree(outDir)).join()).not.toContain("codegen-tmp");
  });

  test.each([/./, /rename/])(
    "and from then on, %s: nothing is lost, and the message says where it is",
    (names) => {
      const callCount = countCalls();
      let stuck = 0;
      for (let failing = 1; failing <= callCount; failing++) {
        const { outDir } = prepare();
        const fs = recording(
          [],
          (count, name) => count >= failing && names.test(name),
        );
        let help = "";
        try {
          generateInto(outDir, second, {}, fs);
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

  test("the message names the file, the reason and what to do", () => {
    const { outDir } = prepare();
    const full = (_: number, name: string, path: string) =>
      name === "writeFileSync" && path.includes("d.ts");
    const [diagnostic] = diagnosticsOf(() =>
      generateInto(outDir, second, {}, recording([], full)),
    );
    const file = `${outDir}/params/new/d.ts`;
    expect(diagnostic).toMatchObject({
      code: "output/unwritable",
      at: { file },
      message: `cannot write "${file}": no space left on device (ENOSPC)`,
      help: "nothing on disk was changed; make room on the disk, then run again",
    });
  });

  test("a bug of ours is undone too, and is not called wrong input", () => {
    const { folder, outDir } = prepare();
    const before = readTree(folder);
    const code = "ERR_INVALID_ARG_TYPE"; // Node's own complaints have codes too
    const bug = Object.assign(new TypeError("bug"), { code });
    let left = 3;
    const renameSync = (from: string, to: string): void => {
      if (--left === 0) throw bug;
      nodeFs.renameSync(from, to);
    };
    const fs = { ...nodeFs, renameSync } as OutputFs; // paths are strings here
    expect(() => generateInto(outDir, second, {}, fs)).toThrow(bug);
    expect(readTree(folder)).toEqual(before);
  });
});

describe("when the system really refuses", () => {
  test("a disk that is full", ({ skip, onTestFinished }) => {
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
    generateInto(outDir, first);
    const before = [readTree(disk), readStamps(disk)];
    const big = { ...second, "model/z.ts": "z".repeat(200_000) };
    const [diagnostic] = diagnosticsOf(() => generateInto(outDir, big));
    expect(diagnostic?.code).toBe("output/unwritable");
    expect(diagnostic?.message).toContain("no space left on device (ENOSPC)");
    expect([readTree(disk), readStamps(disk)]).toEqual(before);
    expect(generateInto(outDir, second)).toMatchObject({ updated: 2 });
  });

  test.skipIf(!existsSync("/proc/self"))("a folder of the system's", () => {
    const outDir = "/proc/generated";
    const [diagnostic] = diagnosticsOf(() => generateInto(outDir, first));
    expect(diagnostic).toMatchObject({
      code: "output/unwritable",
      at: { file: outDir },
      message: expect.stringMatching(
        /^cannot write "\/proc\/generated": .+\(E/,
      ),
    });
  });

  test("a folder that turned into a file", () => {
    const outDir = makeTempFolder();
    generateInto(outDir, first);
    const plan = planFor(outDir, second);
    writeFileSync(join(outDir, "params"), "mine");
    const before = [readTree(outDir), readStamps(outDir)];
    const [diagnostic] = diagnosticsOf(() => applyWrites(plan));
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
