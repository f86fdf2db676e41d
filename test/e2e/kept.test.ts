// A run removes stale generated files from the output folder and keeps the user's own
// files, with a manifest and without one.

import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTexts } from "./folder-snapshot.js";
import { type CodegenResult, runCodegen } from "./run-codegen.js";
import { objectOf, smallDocument } from "./small-document.js";
import { temporaryFolder } from "./temporary-folder.js";

const args = ["--spec", "api.json", "--out", "out"];

function documentOf(...names: readonly string[]): string {
  const schema = objectOf({ a: { type: "string" } });
  return smallDocument(Object.fromEntries(names.map((name) => [name, schema])));
}

/** A folder with `out` as generated for `pet` and `gone`; `gone` is then no more in `api.json`. */
async function project(...more: readonly string[]): Promise<string> {
  const folder = temporaryFolder({ "api.json": documentOf("pet", "gone") });
  await run(folder, ...more);
  writeFileSync(join(folder, "api.json"), documentOf("pet"));
  return folder;
}

async function run(
  folder: string,
  ...more: readonly string[]
): Promise<CodegenResult> {
  const result = await runCodegen(folder, ["run", ...args, ...more]);
  expect(result.stderr).not.toContain("error:");
  expect(result.status).toBe(0);
  return result;
}

async function check(
  folder: string,
): Promise<{ status: number | null; drifted: string[] }> {
  const { status, stdout } = await runCodegen(folder, [
    "check",
    ...args,
    "--json",
  ]);
  const files: { drift: string; path: string }[] = JSON.parse(stdout).drifted;
  return {
    status,
    drifted: files.map(({ drift, path }) => `${drift}: ${path}`),
  };
}

const textOf = (folder: string, path: string) =>
  readFileSync(join(folder, "out", path), "utf8");
const isThere = (folder: string, path: string) =>
  existsSync(join(folder, "out", path));

describe("a file of the user's that was a generated one", () => {
  const cases: Record<string, (out: string) => string> = {
    renamed(out) {
      renameSync(join(out, "model/pet.ts"), join(out, "model/mine.ts"));
      return "model/mine.ts";
    },
    "copied and edited"(out) {
      cpSync(join(out, "model/pet.ts"), join(out, "model/mine.ts"));
      appendFileSync(join(out, "model/mine.ts"), "// mine\n");
      return "model/mine.ts";
    },
    "copied to the top, and edited"(out) {
      cpSync(join(out, "model/pet.ts"), join(out, "mine.ts"));
      appendFileSync(join(out, "mine.ts"), "// mine\n");
      return "mine.ts";
    },
  };

  test.each(
    Object.keys(cases).flatMap((how) =>
      ["listed", "lost", "of another template"].map((manifest) => [
        how,
        manifest,
      ]),
    ),
  )(
    "%s, with a manifest that is %s, is kept and named",
    async (how, manifest) => {
      const folder = await project();
      const path = cases[how]?.(join(folder, "out")) ?? "";
      const before = textOf(folder, path);
      if (manifest !== "listed") rmSync(join(folder, "out/manifest.json"));
      const template =
        manifest === "of another template" ? ["--template", "rust"] : [];
      const first = await run(folder, ...template);
      expect(textOf(folder, path)).toBe(before);
      expect(first.stderr.match(/\[output\/unlisted-file\]/g)).toHaveLength(1);
      expect(first.stderr).toContain(`it is kept: "${path}" [`);
      expect(isThere(folder, "model/gone.ts")).toBe(false);
      // So it is with every run, until the user decides.
      expect((await run(folder, ...template)).stderr).toBe(first.stderr);
      const help = /help: .*remove its first line, the header$/m;
      expect(first.stderr).toMatch(help);
      writeFileSync(
        join(folder, "out", path),
        before.slice(before.indexOf("\n") + 1),
      );
      expect((await run(folder, ...template)).stderr).toBe("");
      expect(isThere(folder, path)).toBe(true);
    },
  );

  test("is named by check, which fails, in the diff of none", async () => {
    const folder = await project();
    await run(folder);
    cpSync(join(folder, "out/model/pet.ts"), join(folder, "out/model/mine.ts"));
    expect(await check(folder)).toEqual({
      status: 1,
      drifted: ["stale: out/model/mine.ts"],
    });
    const { stdout, stderr } = await runCodegen(folder, ["check", ...args]);
    expect(stderr).toContain("[output/unlisted-file]");
    expect(stderr).toContain("at out/manifest.json");
    expect(stdout).toMatch(
      /1 files differ: delete or keep those that the warning names/,
    );
    const strict = await runCodegen(folder, ["run", ...args, "--strict"]);
    expect(strict.status).toBe(2);
    expect(strict.stderr).toContain("error: a file has the header");
    expect(isThere(folder, "model/mine.ts")).toBe(true);
  });

  test("is one warning however many there are", async () => {
    const folder = await project();
    await run(folder);
    for (let index = 10; index < 25; index++) {
      const path = `out/model/mine_${index}.ts`;
      cpSync(join(folder, "out/model/pet.ts"), join(folder, path));
    }
    const { stderr } = await run(folder);
    expect(stderr.match(/^warning/gm)).toHaveLength(1);
    expect(stderr).toContain('"model/mine_19.ts" and 5 more');
    expect(stderr).not.toContain("mine_20");
  });

  test("that a run has kept, stays when the manifest is lost", async () => {
    const folder = await project();
    appendFileSync(join(folder, "out/model/gone.ts"), "// mine\n");
    expect((await run(folder)).stderr).toContain(
      "codegen keeps it, but no longer manages it",
    );
    rmSync(join(folder, "out/manifest.json"));
    expect((await run(folder)).stderr).toContain('it is kept: "model/gone.ts"');
    expect(textOf(folder, "model/gone.ts")).toContain("// mine");
  });
});

describe("stale files of a lost manifest", () => {
  const everything = [
    "--set",
    "emit=models,values,params,validators,factories",
  ];

  test.each([
    ["another template", [], ["--template", "rust"], "rs"],
    ["another template", everything, ["--template", "rust"], "rs"],
    ["another template", ["--template", "rust"], [], "ts"],
    ["less to emit", everything, [], "ts"],
  ])("are removed with %s: %j, %j", async (_, before, after, extension) => {
    const folder = await project(...before);
    rmSync(join(folder, "out/manifest.json"));
    const { stderr } = await run(folder, ...after);
    expect(stderr).toBe("");
    const fresh = temporaryFolder({ "api.json": documentOf("pet") });
    await run(fresh, ...after);
    const texts = readTexts(join(folder, "out"));
    expect(texts).toEqual(readTexts(join(fresh, "out")));
    expect(Object.keys(texts).join()).toContain(`.${extension}`);
  });

  test("are removed with the manifest too, when the template changes", async () => {
    const folder = await project(...everything);
    expect((await run(folder, "--template", "rust")).stderr).toBe("");
    expect(Object.keys(readTexts(join(folder, "out"))).sort()).toEqual([
      "manifest.json",
      "model.rs",
      "model/pet.rs",
    ]);
  });
});

describe("a byte order mark that an editor added", () => {
  test("is not an edit: the next run removes it", async () => {
    const folder = await project();
    await run(folder);
    mark(folder, "model/pet.ts");
    expect((await check(folder)).drifted).toEqual([
      "changed: out/model/pet.ts",
    ]);
    expect((await run(folder)).stderr).toBe("");
    expect((await check(folder)).status).toBe(0);
  });

  test("keeps no stale file, nor makes a file foreign where the manifest is lost", async () => {
    const folder = await project();
    mark(folder, "model/gone.ts");
    mark(folder, "model/pet.ts");
    mark(folder, "index.ts");
    mark(folder, "manifest.json");
    const other = temporaryFolder();
    cpSync(folder, other, { recursive: true });
    rmSync(join(other, "out/manifest.json"));
    for (const each of [folder, other]) {
      expect((await run(each)).stderr).toBe("");
      expect(isThere(each, "model/gone.ts")).toBe(false);
      expect(textOf(each, "model/pet.ts")).toMatch(/^\/\/ Generated/);
      expect((await check(each)).status).toBe(0);
    }
  });

  test("does not hide an edit", async () => {
    const folder = await project();
    await run(folder);
    mark(folder, "model/pet.ts");
    appendFileSync(join(folder, "out/model/pet.ts"), "// mine\n");
    expect((await check(folder)).drifted).toEqual([
      "edited by hand: out/model/pet.ts",
    ]);
  });

  function mark(folder: string, path: string): void {
    const text = textOf(folder, path);
    writeFileSync(join(folder, "out", path), `\uFEFF${text}`);
  }
});

describe("what a run cannot remove", () => {
  const rest = "out/.codegen-0123456789abcdef";

  test("is named, by run and by check, until it is gone", async () => {
    const folder = await project();
    await run(folder);
    mkdirSync(join(folder, rest));
    writeFileSync(join(folder, rest, "notes.txt"), "mine");
    writeFileSync(join(folder, rest, "journal.json"), "{}");
    const named = `it contains other files: ".codegen-0123456789abcdef/notes.txt" [output/leftover]`;
    const before = await runCodegen(folder, ["check", ...args]);
    expect(before.status).toBe(1);
    expect(before.stderr).toContain(named);
    expect(before.stdout).toContain("differ: delete or keep those");
    const first = await run(folder);
    expect(first.stderr).toContain(named);
    expect(first.stderr).toContain(`at ${rest}`);
    expect(readTexts(join(folder, rest))).toEqual({ "notes.txt": "mine" });
    expect((await run(folder)).stderr).toBe(first.stderr);
    rmSync(join(folder, rest), { recursive: true });
    expect((await run(folder)).stderr).toBe("");
    expect((await check(folder)).status).toBe(0);
  });
});

describe("an output folder", () => {
  const config = (...outs: readonly string[]) =>
    `outputs:\n${outs.map((out) => `  - { spec: api.json, out: ${out} }\n`).join("")}`;

  test.each([
    [["out", "out"], 'two outputs write to "out"', 1],
    [["out", "link"], '"out" and "link" are one folder', 1],
    [["out/new", "link/new"], '"out/new" and "link/new" are one folder', 1],
    [[".codegen"], 'the output folder ".codegen" is inside ".codegen"', 0],
    [["out", "out/.codegen/x"], '"out/.codegen/x" is inside ".codegen"', 1],
    [["out/.Codegen"], '"out/.Codegen" is inside ".Codegen"', 0],
    [["into"], '"into" is inside ".codegen"', 0],
    [["x/.codegen-0123456789abcdef"], "the work folder of runs", 0],
  ])("%j is refused by every command", async (outs, message, index) => {
    const folder = temporaryFolder({
      "api.json": documentOf("pet"),
      "codegen.config.yaml": config(...outs),
      "out/mine.txt": "mine",
    });
    symlinkSync("out", join(folder, "link"));
    symlinkSync("out/.codegen", join(folder, "into"));
    mkdirSync(join(folder, "out/.codegen"));
    const before = readTexts(folder);
    for (const command of [["run"], ["run", "--dry-run"], ["check"]]) {
      const { status, stderr } = await runCodegen(folder, command);
      expect(stderr).toContain(message);
      expect(stderr).toContain("[config/invalid]");
      expect(stderr).toContain(`at codegen.config.yaml #/outputs/${index}/out`);
      expect(status).toBe(2);
    }
    expect(readTexts(folder)).toEqual(before);
  });

  test("in a project whose own folder is called .codegen is accepted", async () => {
    const parent = temporaryFolder({ ".codegen/api.json": documentOf("pet") });
    await run(join(parent, ".codegen"));
  });
});
