import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checksumOf } from "../../../src/output/checksum-of.js";
import { readExisting } from "../../../src/output/read-existing.js";
import {
  diagnosticsOf,
  diagnosticsOfRun,
  generateInto,
  makeTempFolder,
  manifestOf,
  planFor,
  readTree,
  type Tree,
  writeTree,
} from "./disk.js";

function writeOurs(folder: string, tree: Tree): void {
  writeTree(folder, tree);
  const { path, contents } = manifestOf(tree);
  writeFileSync(join(folder, path), contents);
}

describe("readExisting", () => {
  test("finds nothing where there is no folder", async () => {
    const outDir = join(makeTempFolder(), "a/b");
    const existing = readExisting(outDir, ["x.ts"]);
    expect(existing).toEqual({
      manifest: { files: {}, kept: [] },
      vanished: {},
      contents: new Map(),
      strays: new Map(),
      unlisted: [],
      unfinished: false,
      workFolders: [],
      interrupted: false,
    });
  });

  test("reads what is listed or about to be rendered, and nothing else", async () => {
    const outDir = makeTempFolder();
    writeOurs(outDir, { "m/old.ts": "old" });
    writeTree(outDir, { "m/new.ts": "\uFEFFé", "m/mine.ts": "mine" });
    const { manifest, contents } = readExisting(outDir, [
      "m/new.ts",
      "m/absent.ts",
      "n/absent.ts",
    ]);
    expect(manifest.files).toEqual({ "m/old.ts": checksumOf("old") });
    expect([...contents.keys()].sort()).toEqual([
      "m/new.ts",
      "m/old.ts",
      "manifest.json",
    ]);
    expect(contents.get("m/new.ts")).toBe("\uFEFFé");
  });

  test("takes bytes that are no UTF-8 for another text, never for the same", async () => {
    const outDir = makeTempFolder();
    const tree = { "a.ts": "caf\ufffd", "b.ts": "caf\ufffd\ufffd" };
    writeOurs(outDir, tree);
    const latin1 = Buffer.from("caf\u00e9", "latin1");
    writeFileSync(join(outDir, "a.ts"), latin1);
    writeFileSync(join(outDir, "b.ts"), latin1);
    const { update } = planFor(outDir, tree);
    expect(update.map(({ path }) => path)).toEqual(["a.ts", "b.ts"]);
    expect(update[0]?.edited).toBe(true);
    await generateInto(outDir, tree);
    expect(planFor(outDir, tree).unchanged).toEqual(["a.ts", "b.ts"]);
  });

  test("refuses a hostile manifest before it reads what that names", async () => {
    const folder = makeTempFolder();
    const outDir = join(folder, "out");
    writeTree(folder, { "secret.txt": "secret" });
    const files = { "../secret.txt": checksumOf("secret") };
    writeTree(outDir, { "manifest.json": JSON.stringify({ files }) });
    const before = readTree(folder);
    const [diagnostic] = await diagnosticsOfRun(generateInto(outDir, {}));
    expect(diagnostic?.code).toBe("output/invalid-manifest");
    expect(diagnostic?.at?.file).toBe(`${outDir}/manifest.json`);
    expect(readTree(folder)).toEqual(before);
  });

  test("refuses to look at a path that leads out of the folder", async () => {
    const [diagnostic] = diagnosticsOf(() =>
      readExisting(makeTempFolder(), ["../../etc/passwd"]),
    );
    expect(diagnostic?.code).toBe("output/unsafe-path");
  });

  test("goes through an output folder that is a link", async () => {
    const folder = makeTempFolder();
    const outDir = join(folder, "out");
    mkdirSync(join(folder, "real"));
    symlinkSync("real", outDir);
    await generateInto(outDir, { "m/a.ts": "a" });
    expect(readTree(join(folder, "real"))).toMatchObject({ "m/a.ts": "a" });
    expect(planFor(outDir, { "m/a.ts": "a" }).unchanged).toEqual(["m/a.ts"]);
  });
});

describe("a link below the output folder", () => {
  // The run writes the first, removes the second and reads the third.
  test.each([
    { link: "m", to: "elsewhere", rendered: { "m/a.ts": "new" } },
    { link: "m", to: "elsewhere", rendered: {} },
    { link: "m", to: "elsewhere", rendered: { "m/a.ts": "a" } },
    { link: "m", to: "nowhere", rendered: { "m/a.ts": "new" } },
    { link: "m/a.ts", to: "../elsewhere/a.ts", rendered: { "m/a.ts": "new" } },
    { link: "m/a.ts", to: "../elsewhere/a.ts", rendered: {} },
    { link: "m/a.ts", to: "nowhere", rendered: { "m/a.ts": "new" } },
    { link: "x/y", to: "../elsewhere", rendered: { "x/y/z/a.ts": "new" } },
  ])("is refused: $link to $to, $rendered", async ({ link, to, rendered }) => {
    const outDir = makeTempFolder();
    writeTree(outDir, { "elsewhere/a.ts": "a", "elsewhere/z/a.ts": "a" });
    const { path, contents } = manifestOf({ "m/a.ts": "a" });
    writeTree(outDir, { [path]: contents });
    mkdirSync(join(outDir, link, ".."), { recursive: true });
    symlinkSync(to, join(outDir, link));
    const before = readTree(outDir);

    const diagnostics = await diagnosticsOfRun(generateInto(outDir, rendered));
    expect(diagnostics).toMatchObject([
      {
        code: "output/link",
        at: { file: `${outDir}/${link}` },
        message: `"${link}" is a link`,
      },
    ]);
    expect(readTree(outDir)).toEqual(before);
  });

  test("is refused for the manifest too", async () => {
    const outDir = makeTempFolder();
    writeTree(outDir, { "real.json": '{"files":{}}' });
    symlinkSync("real.json", join(outDir, "manifest.json"));
    const [diagnostic] = await diagnosticsOfRun(
      generateInto(outDir, { a: "a" }),
    );
    expect(diagnostic?.code).toBe("output/link");
    expect(readTree(outDir)["real.json"]).toBe('{"files":{}}');
  });
});

describe("something else in the way", () => {
  test("a file where a folder should be, once for all that is below it", async () => {
    const outDir = makeTempFolder();
    writeTree(outDir, { m: "mine" });
    const diagnostics = diagnosticsOf(() =>
      readExisting(outDir, ["m/a.ts", "m/b.ts", "m/n/c.ts"]),
    );
    expect(diagnostics).toMatchObject([
      { code: "output/not-a-folder", message: '"m" is a file' },
    ]);
  });

  test("folders where files should be, in order", async () => {
    const outDir = makeTempFolder();
    writeTree(outDir, { "b.ts/x": "", "a.ts/x": "" });
    const diagnostics = diagnosticsOf(() =>
      readExisting(outDir, ["b.ts", "a.ts"]),
    );
    expect(diagnostics).toMatchObject([
      { code: "output/not-a-file", message: '"a.ts" is a folder' },
      { code: "output/not-a-file", message: '"b.ts" is a folder' },
    ]);
  });

  test.skipIf(process.platform === "win32")(
    "a pipe, which would never end",
    () => {
      const outDir = makeTempFolder();
      execFileSync("mkfifo", [join(outDir, "a.ts")]);
      const [diagnostic] = diagnosticsOf(() => readExisting(outDir, ["a.ts"]));
      expect(diagnostic?.code).toBe("output/not-a-file");
    },
  );

  test("an output folder that is a file, below a file, or a broken link", async () => {
    const folder = makeTempFolder();
    writeTree(folder, { file: "" });
    symlinkSync("nowhere", join(folder, "link"));
    for (const name of ["file", "file/below", "link"]) {
      const outDir = join(folder, name);
      const [diagnostic] = diagnosticsOf(() => readExisting(outDir, []));
      expect(diagnostic).toMatchObject({
        code: "output/not-a-folder",
        at: { file: outDir },
      });
    }
  });

  test("a name that the system cannot have", async () => {
    const [diagnostic] = diagnosticsOf(() =>
      readExisting(makeTempFolder(), [`${"x".repeat(300)}.ts`]),
    );
    expect(diagnostic?.code).toBe("output/unreadable");
    expect(diagnostic?.message).toContain("name too long (ENAMETOOLONG)");
  });
});
