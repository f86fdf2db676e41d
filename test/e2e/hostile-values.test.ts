// Values that a library chokes on: each is refused or reported, and none ends the process
// in another way.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const part = JSON.stringify({ Z: { type: "object" } });
const self = JSON.stringify({ Z: { $ref: "#/Z" } });

function documentOf(schemas: object): string {
  const info = { title: "t", version: "1" };
  return JSON.stringify({
    ...{ openapi: "3.1.0", info, paths: {} },
    components: { schemas },
  });
}

const head = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n";
const other = { B: { $ref: "part.json#/Z" } };

test.each([
  [
    "a discriminator that is null",
    { A: { discriminator: null } },
    "[discriminator/malformed]",
  ],
  [
    "a mapping that is null",
    { A: { discriminator: { mapping: null } } },
    "[discriminator/malformed]",
  ],
  [
    "a reference that leads to itself in another file",
    { A: { $ref: "self.json#/Z" } },
    "[ref/endless]",
  ],
])("%s among several files is only reported", async (_what, schemas, code) => {
  const spec = documentOf({ ...schemas, ...other });
  const folder = temporaryFolder({
    ...{ "spec.yaml": spec, "part.json": part, "self.json": self },
  });
  const args = ["run", "--spec", "spec.yaml", "--out", "out"];
  const { status, stderr } = await runCodegen(folder, args);
  expect(stderr).toContain(code);
  expect(status).toBe(0);
});

test("an anchor that is an object, among several files, names nothing", async () => {
  const spec = documentOf({ A: { $anchor: { toString: 1 } }, ...other });
  const folder = temporaryFolder({ "spec.yaml": spec, "part.json": part });
  const args = ["run", "--spec", "spec.yaml", "--out", "out"];
  const { status, stderr } = await runCodegen(folder, args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const text = readFileSync(join(folder, "out/model/A.ts"), "utf8");
  expect(text).toContain("export type A = unknown;");
});

test.each([
  [
    "a merge key that merges a number",
    `${head}components: {schemas: {A: {<<: 1, type: object}}}\n`,
    "[spec/not-yaml]",
  ],
  [
    "a key that is a map",
    `${head}x-a:\n  ${"? ".repeat(27)}x\n`,
    "a key must be a scalar",
  ],
  ["keys in keys without end", `${"? ".repeat(1000)}x\n`, "[spec/limit]"],
  ["lists in lists on one line", `${"- ".repeat(1000)}x\n`, "[spec/limit]"],
])("%s is wrong input", async (_what, spec, message) => {
  const folder = temporaryFolder({
    "spec.yaml": spec,
  });
  const args = ["run", "--spec", "spec.yaml", "--out", "out"];
  const { status, stderr } = await runCodegen(folder, args);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});

test.each([
  ["(x+".repeat(3000) + ")+".repeat(3000)],
  [`${"(".repeat(3000)}x${")*".repeat(3000)}`],
])(
  "a pattern of nested quantifiers is not compiled: %.12s",
  async (pattern) => {
    const folder = temporaryFolder({
      "spec.json": documentOf({
        A: { type: "object", properties: { a: { type: "string", pattern } } },
      }),
    });
    const emit = "emit=models,validators,factories";
    const args = ["run", "--spec", "spec.json", "--out", "out", "--set", emit];
    const { status, stderr } = await runCodegen(folder, args);
    expect(stderr).toContain("[schema/wrong-pattern]");
    expect(status).toBe(0);
  },
);
