// The features also work with a version of Stripe's document that is two years older than
// the pinned one.

import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { compileFiles } from "../e2e/compile-files.js";
import { runCodegen } from "../e2e/run-codegen.js";
import { installCorpus } from "./install-corpus.mjs";

let folder: string;
let document: {
  readonly paths: Readonly<Record<string, object>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};
let stderr: string;

beforeAll(async () => {
  const spec = join(installCorpus(), "stripe.com.json");
  document = JSON.parse(readFileSync(spec, "utf8"));
  const emit = ["models", "values", "params", "events"];
  folder = mkdtempSync(join(tmpdir(), "codegen-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  const presence = fileURLToPath(
    new URL("../../spec/presence.yaml", import.meta.url),
  );
  const outputs = [{ spec, out: "generated", presence, options: { emit } }];
  writeFileSync(join(folder, "codegen.config.yaml"), stringify({ outputs }));
  const result = await runCodegen(folder, ["run"]);
  stderr = result.stderr;
  expect(result.status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (path: string) =>
  readFileSync(join(folder, "generated", path), "utf8");

/** Counts the matches of a pattern in all model files. */
function countInModels(pattern: RegExp): number {
  return readdirSync(join(folder, "generated/model"))
    .map((name) => read(`model/${name}`).match(pattern)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);
}

/** Counts the objects in a value, itself included, for which `has` returns true. */
function countBelow(value: unknown, has: (one: object) => boolean): number {
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce(
    (sum: number, one) => sum + countBelow(one, has),
    has(value) ? 1 : 0,
  );
}

test("the only warnings are about the presence file and a repeated value in the document", () => {
  // The document lists 98 API versions, all with this date.
  expect(stderr.match(/^(warning|error): .*$/gm)).toEqual([
    expect.stringMatching(
      /no facts of "2022-11-15": those of "2024-04-10" are used/,
    ),
    'warning: "2025-10-15T13:53:19.618Z" is listed more than once [schema/duplicate-value]',
  ]);
});

test("775 schemas, 452 operations and 222 events are generated once each", () => {
  const { schemas } = document.components;
  expect(Object.keys(schemas)).toHaveLength(775);
  expect(readdirSync(join(folder, "generated/model")).sort()).toEqual(
    Object.keys(schemas)
      .map((name) => `${name.replaceAll(".", "_")}.ts`)
      .sort(),
  );
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(operations).toHaveLength(452);
  const entries = read("operations.ts").match(/(?<=^ {2}")[^"]+(?=": \{$)/gm);
  expect(entries?.sort()).toEqual(operations.sort());
  const events = read("events.ts").match(/(?<=^ {2}")[^"]+(?=":)/gm) ?? [];
  expect(new Set(events).size).toBe(222);
});

test("the document and its models both contain 246 expandables and 21 lists", () => {
  const { schemas } = document.components;
  expect(countBelow(schemas, (one) => "x-expansionResources" in one)).toBe(246);
  expect(countInModels(/\bExpandable</g)).toBe(246);
  const isList = (one: object) =>
    JSON.stringify(Reflect.get(one, "enum")) === '["list"]';
  expect(countBelow(schemas, isList)).toBe(21);
  expect(countInModels(/\bList</g)).toBe(21);
});

test("only events whose schema was removed have no object type", () => {
  expect(read("events.ts").match(/(?<=^ {2}")[^"]+(?=": Record)/gm)).toEqual([
    "order.created",
    "recipient.created",
    "recipient.deleted",
    "recipient.updated",
    "sku.created",
    "sku.deleted",
    "sku.updated",
  ]);
});

test("the output compiles, and so do the guarantees", () => {
  const guarantees = join(folder, "guarantees.ts");
  writeFileSync(
    guarantees,
    readFileSync(new URL("stripe-2022-11-15.types.ts", import.meta.url)),
  );
  const wrong = join(folder, "wrong.ts");
  writeFileSync(
    wrong,
    'import type { StripeEventMap } from "./generated/index.js";\nexport type No = StripeEventMap["charge.suceeded"];\n',
  );
  const files = readdirSync(join(folder, "generated"), {
    recursive: true,
    encoding: "utf8",
  })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, "generated", path));
  expect(compileFiles([...files, guarantees])).toEqual([]);
  expect(compileFiles([wrong])).toEqual([
    expect.stringContaining("'charge.suceeded' does not exist"),
  ]);
});
