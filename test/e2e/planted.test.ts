// Files that a stranger has planted in an output folder, and outputs inside each other.

import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checksumOf } from "../../src/output/checksum-of.js";
import { describeSelf, formatOwner } from "../../src/output/lock-owner.js";
import { readTexts, snapshotFolder } from "./folder-snapshot.js";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const isWindows = process.platform === "win32";

function documentOf(...schemas: readonly string[]): string {
  const type = { type: "object", properties: { a: { type: "string" } } };
  return JSON.stringify({
    ...{ openapi: "3.1.0", info: { title: "t", version: "1" }, paths: {} },
    components: {
      schemas: Object.fromEntries(schemas.map((name) => [name, type])),
    },
  });
}

/** A folder whose `out/.codegen` is of a run that has ended. */
function abandoned(): { folder: string; next: string } {
  const folder = temporaryFolder({ "a.json": documentOf("Pet", "Dog") });
  const work = join(folder, "out/.codegen");
  mkdirSync(work, { recursive: true });
  const self = describeSelf({ pid: 999_999, isAlive: () => false });
  writeFileSync(join(work, formatOwner(self, "0123456789abcdef")), "");
  return { folder, next: join(work, "journal.json.new") };
}

const args = ["run", "--spec", "a.json", "--out", "out"];

test.skipIf(isWindows)(
  "a link in place of the journal is not followed",
  async () => {
    const { folder, next } = abandoned();
    const victim = join(folder, "victim.txt");
    writeFileSync(victim, "precious");
    symlinkSync(victim, next);
    expect((await runCodegen(folder, args)).status).toBe(0);
    expect(readFileSync(victim, "utf8")).toBe("precious");
  },
);

test.skipIf(isWindows)(
  "a pipe in place of the journal is not waited for",
  async () => {
    const { folder, next } = abandoned();
    execFileSync("mkfifo", [next]);
    expect((await runCodegen(folder, args)).status).toBe(0);
  },
);

test("an output inside another one leaves that one's files alone", async () => {
  const folder = temporaryFolder({
    "a.json": documentOf("Pet", "Dog"),
    "b.json": documentOf("Pet", "Cat"),
    "codegen.config.yaml":
      "outputs:\n  - {spec: a.json, out: g}\n  - {spec: b.json, out: g/model}\n",
  });
  expect((await runCodegen(folder, ["run"])).status).toBe(0);
  const { stdout, stderr } = await runCodegen(folder, ["run"]);
  expect(stdout + stderr).not.toMatch(/[1-9]\d* removed/);
  expect((await runCodegen(folder, ["check"])).status).toBe(0);
});

describe.each(["manifest", "journal"])("a planted %s", (kind) => {
  const theirs: Readonly<Record<string, string>> = {
    "mine.ts": "export const mine = 1;\n",
    "model/mine.ts": "// My own.\n",
    "README.md": "# Mine\n",
    "package.json": "{}\n",
    "src/lib.rs": "// Mine.\n",
    empty: "",
  };

  /** Lists files of the user's, with the checksums that they have. */
  function planted(files: Readonly<Record<string, string>>): string {
    const { folder } = abandoned();
    const entries = Object.entries(files).map(
      ([path, text]) => [path, checksumOf(text)] as const,
    );
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, "out", path, ".."), { recursive: true });
      writeFileSync(join(folder, "out", path), text);
    }
    if (kind === "journal") {
      const journal = entries.map(([path, checksum]) => [path, [checksum]]);
      writeFileSync(
        join(folder, "out/.codegen/journal.json"),
        JSON.stringify(Object.fromEntries(journal)),
      );
    } else {
      const text = JSON.stringify({ files: Object.fromEntries(entries) });
      writeFileSync(join(folder, "out/manifest.json"), text);
      rmSync(join(folder, "out/.codegen"), { recursive: true });
    }
    return folder;
  }

  test("removes no file without a header, and the file is named", async () => {
    const folder = planted(theirs);
    const { status, stderr } = await runCodegen(folder, args);
    expect(status).toBe(0);
    for (const path of Object.keys(theirs)) {
      expect(stderr).toContain(
        `note: out/${path} is no longer generated, and does not have the header of generated files: codegen keeps it, but no longer manages it`,
      );
    }
    expect(readTexts(join(folder, "out"))).toMatchObject(theirs);
    expect((await runCodegen(folder, args)).stderr).toBe("");
    expect((await runCodegen(folder, ["check", ...args.slice(1)])).status).toBe(
      0,
    );
    expect(readTexts(join(folder, "out"))).toMatchObject(theirs);
  });

  test.each([
    ".git/config",
    ".github/workflows/ci.yml",
    "model/.hidden.ts",
    ".git/refs/heads/none",
    "../victim.ts",
    ".codegen/journal.json",
  ])("that lists %s is refused, and nothing is touched", async (path) => {
    const header =
      "// Generated by codegen from an OpenAPI document. Do not edit.\n";
    const isMissing = path.endsWith("none");
    const folder = planted({
      "mine.ts": header,
      ...(!isMissing && { [path]: header }),
    });
    mkdirSync(join(folder, "out/.git/refs/heads"), { recursive: true });
    const file = join(
      folder,
      kind === "journal" ? "out/.codegen/journal.json" : "out/manifest.json",
    );
    const entry = kind === "journal" ? [checksumOf("")] : checksumOf("");
    const root =
      kind === "journal" ? { [path]: entry } : { files: { [path]: entry } };
    writeFileSync(file, JSON.stringify(root));
    const before = snapshotFolder(folder);
    for (const command of ["run", "check"]) {
      const { status, stderr } = await runCodegen(folder, [
        command,
        ...args.slice(1),
      ]);
      expect(status).toBe(2);
      expect(stderr).toContain(`[output/invalid-${kind}]`);
      expect(stderr).toContain(JSON.stringify(path));
    }
    expect(snapshotFolder(folder)).toEqual(before);
    expect(existsSync(join(folder, "out/.git/refs/heads"))).toBe(true);
  });
});

describe.each(["manifest.json", ".codegen/journal.json"])("%s", (path) => {
  const deep = "[".repeat(200_000) + "]".repeat(200_000);
  const long = "x".repeat(100_000_000);
  const sum = "a".repeat(64);
  const isManifest = path === "manifest.json";
  const wrap = (entry: string) =>
    isManifest ? `{\n  "files": {\n    ${entry}\n  }\n}\n` : `{${entry}}`;
  const value = isManifest ? `"${sum}"` : `["${sum}"]`;

  test.each([
    ["that is nested deeply", () => wrap(`"a.ts": ${deep}`)],
    ["that is nested deeply, and not closed", () => '{"a":'.repeat(1_000_000)],
    ["with a value of 100 MB", () => wrap(`"a.ts": "${long}"`)],
    ["with a path of 100 MB", () => wrap(`"${long}": ${value}`)],
    [
      "with a path of many segments",
      () => wrap(`"${"x/".repeat(1_000_000)}y": ${value}`),
    ],
    ["of 100 MB of NUL characters", () => "\0".repeat(100_000_000)],
    [
      "with a key of 100 MB twice",
      () => `{"${"x".repeat(5e7)}":1,"${"x".repeat(5e7)}":1}`,
    ],
    ["that is cut", () => wrap(`"a.ts": ${value}`).slice(0, 40)],
    ["that is empty", () => ""],
  ])("%s is wrong input, in a short message", async (_, textOf) => {
    const { folder } = abandoned();
    writeFileSync(join(folder, "out", path), textOf());
    const { status, stdout, stderr } = await runCodegen(folder, args);
    expect(stderr).toMatch(
      new RegExp(`\\[output/invalid-${isManifest ? "manifest" : "journal"}\\]`),
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.length).toBeLessThan(1000);
    expect(existsSync(join(folder, "out/index.ts"))).toBe(false);
  });
});
