// What a stranger may have put into an output folder, or two outputs into one another.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeSelf, formatOwner } from "../../src/output/lock-owner.js";
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

test.skipIf(isWindows)("a link in place of the journal is not followed", () => {
  const { folder, next } = abandoned();
  const victim = join(folder, "victim.txt");
  writeFileSync(victim, "precious");
  symlinkSync(victim, next);
  expect(runCodegen(folder, args).status).toBe(0);
  expect(readFileSync(victim, "utf8")).toBe("precious");
});

test.skipIf(isWindows)(
  "a pipe in place of the journal is not waited for",
  () => {
    const { folder, next } = abandoned();
    execFileSync("mkfifo", [next]);
    expect(runCodegen(folder, args).status).toBe(0);
  },
);

test("an output inside another one leaves that one's files alone", () => {
  const folder = temporaryFolder({
    "a.json": documentOf("Pet", "Dog"),
    "b.json": documentOf("Pet", "Cat"),
    "codegen.config.yaml":
      "outputs:\n  - {spec: a.json, out: g}\n  - {spec: b.json, out: g/model}\n",
  });
  expect(runCodegen(folder, ["run"]).status).toBe(0);
  const { stdout, stderr } = runCodegen(folder, ["run"]);
  expect(stdout + stderr).not.toMatch(/[1-9]\d* removed/);
  expect(runCodegen(folder, ["check"]).status).toBe(0);
});
