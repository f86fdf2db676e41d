// The same features on another version of Stripe's document, two years older than
// the one that is pinned, without a change in code.

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

/** How often a pattern stands in the files of the models. */
function countInModels(pattern: RegExp): number {
  return readdirSync(join(folder, "generated/model"))
    .map((name) => read(`model/${name}`).match(pattern)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);
}

/** How many objects below a value have something. */
function countBelow(value: unknown, has: (one: object) => boolean): number {
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce(
    (sum: number, one) => sum + countBelow(one, has),
    has(value) ? 1 : 0,
  );
}

test("the only warning is of the document's own fault", () => {
  // 98 versions of the API, all written as one date.
  expect(stderr.match(/^(warning|error): .*$/gm)).toEqual([
    expect.stringMatching(
      /no facts of "2022-11-15": those of "2024-04-10" are used/,
    ),
    'warning: "2025-10-15T13:53:19.618Z" is listed more than once [schema/duplicate-value]',
  ]);
});

test("775 schemas, 452 operations, 222 events, each once", () => {
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

test("246 expandables and 21 lists, in the document and in its models", () => {
  const { schemas } = document.components;
  expect(countBelow(schemas, (one) => "x-expansionResources" in one)).toBe(246);
  expect(countInModels(/\bExpandable</g)).toBe(246);
  const isList = (one: object) =>
    JSON.stringify(Reflect.get(one, "enum")) === '["list"]';
  expect(countBelow(schemas, isList)).toBe(21);
  expect(countInModels(/\bList</g)).toBe(21);
});

test("events without an object are those whose schema is gone", () => {
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

test("it compiles, and so does what is promised of it", () => {
  const promises = join(folder, "promises.ts");
  writeFileSync(
    promises,
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
  expect(compileFiles([...files, promises])).toEqual([]);
  expect(compileFiles([wrong])).toEqual([
    expect.stringContaining("'charge.suceeded' does not exist"),
  ]);
});
