// `--json`: standard output is JSON, or nothing where the command fails; errors are text
// on standard error, for every command and every exit code.

import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { good } from "./refusal.js";
import { command, runCodegen } from "./run-codegen.js";
import { objectOf, smallDocument } from "./small-document.js";
import { temporaryFolder } from "./temporary-folder.js";

/** `inspect` prints nothing but JSON. */
const commands: Readonly<Record<string, readonly string[]>> = {
  run: ["run", "--json"],
  "run --dry-run": ["run", "--dry-run", "--json"],
  "run --quiet": ["run", "--quiet", "--json"],
  check: ["check", "--json"],
  list: ["list", "--json"],
  inspect: ["inspect", "pet"],
};

const source = (spec: string) => ["--spec", spec, "--out", "out"];
/** A format that is typed and not there: a warning of every command. */
const warned = ["--set", "formats=uuid:Uuid"];

/** A failure in each step, and the code of its error. */
const wrong: Readonly<Record<string, readonly [readonly string[], string]>> = {
  "the command line": [["--oops"], "cli/usage"],
  "a missing config": [["--config", "none.yaml"], "config/not-found"],
  "a wrong config": [["--config", "wrong.yaml"], "config/invalid"],
  "a missing document": [source("none.json"), "spec/not-found"],
  "no JSON": [source("cut.json"), "spec/not-json"],
  "a wrong reference": [source("dangling.json"), "ref/not-found"],
  "a wrong option": [
    [...source("good.json"), "--set", "a=b"],
    "option/unknown",
  ],
  "a warning with --strict": [
    [...source("good.json"), ...warned, "--strict"],
    "format/unused",
  ],
};
const ofOutput: typeof wrong = {
  "a file in the way": [
    ["--spec", "good.json", "--out", "taken"],
    "output/foreign-file",
  ],
  "a folder that is a file": [
    ["--spec", "good.json", "--out", "good.json"],
    "output/not-a-folder",
  ],
};

const files = {
  "good.json": good,
  "cut.json": good.slice(0, -20),
  "dangling.json": smallDocument({
    pet: objectOf({ of: { $ref: "#/components/schemas/none" } }),
  }),
  "wrong.yaml": "outputs: 5\n",
  "taken/model/pet.ts": "// mine\n",
};

/** Whatever looks at `good.json` fails as nobody expects. */
const fault = `data:text/javascript,${encodeURIComponent(`
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  const { statSync } = fs;
  fs.statSync = (path, ...rest) => {
    if (String(path).endsWith("good.json")) throw new TypeError("injected");
    return statSync(path, ...rest);
  };
  syncBuiltinESMExports();
`)}`;

describe.each(Object.entries(commands))("%s", (name, args) => {
  const writes = /run|check/.test(name);
  const refused = Object.entries(writes ? { ...wrong, ...ofOutput } : wrong);

  test.each(refused)("exit code 2: %s", async (_what, [more, code]) => {
    const folder = temporaryFolder(files);
    const ran = await runCodegen(folder, [...args, ...more]);
    const { status, stdout, stderr } = ran;
    expect(stdout).toBe("");
    const [first, ...rest] = stderr.split("\n");
    expect(first).toMatch(/^error: ./);
    expect(first?.endsWith(` [${code}]`)).toBe(true);
    expect(rest.join("\n")).toMatch(/^ {2}help: ./m);
    expect(status).toBe(2);
  });

  test("exit code 3", () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", fault, command, ...args, ...source("good.json")],
      { cwd: temporaryFolder(files), encoding: "utf8" },
    );
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^error: this is a bug in codegen/);
    expect(stderr).toContain("TypeError: injected");
    expect(status).toBe(3);
  });

  test("warnings leave standard output JSON", async () => {
    const folder = temporaryFolder(files);
    const all = [...args, ...source("good.json"), ...warned];
    const { status, stdout, stderr } = await runCodegen(folder, all);
    const report: unknown = JSON.parse(stdout);
    expect(status).toBe(name === "check" ? 1 : 0);
    if (writes) {
      expect(report).toMatchObject({ warnings: [{ code: "format/unused" }] });
      expect(stderr).toBe("");
    } else {
      expect(stderr).toMatch(/^warning: .* \[format\/unused\]\n/);
    }
  });
});
