// `--only`: by schema, tag, path and operation, with all that is needed.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string) => ({
  content: { "application/json": { schema: ref(name) } },
});
const operation = (id: string, tag: string, answer: string, sent?: string) => ({
  operationId: id,
  tags: [tag],
  responses: { 200: { description: "", ...json(answer) } },
  ...(sent !== undefined && { requestBody: json(sent) }),
});

const document = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  paths: {
    "/orders": { get: operation("listOrders", "Orders", "Order") },
    "/orders/{id}": {
      post: operation("changeOrder", "Orders", "Order", "Change"),
    },
    "/cats/{id}": { get: operation("getCat", "Cats", "Cat") },
  },
  components: {
    schemas: {
      Order: { type: "object", properties: { line: ref("Line") } },
      Line: { type: "object", properties: { sku: { type: "string" } } },
      Change: { type: "object", properties: { by: ref("User") } },
      User: { type: "object", properties: { name: { type: "string" } } },
      Cat: { type: "object", properties: { name: { type: "string" } } },
      "tag:Odd": { type: "string" },
    },
  },
});

async function run(only: readonly string[]) {
  const folder = temporaryFolder({ "api.json": document });
  const result = await runCodegen(folder, [
    ...["run", "--spec", "api.json", "--template", "typescript"],
    ...["--out", "out", "--set", "emit=models,params"],
    ...only.flatMap((pattern) => ["--only", pattern]),
  ]);
  return { ...result, out: join(folder, "out") };
}

async function files(
  ...only: string[]
): Promise<Record<"model" | "params", string[]>> {
  const { status, stderr, out } = await run(only);
  // Undeclared path parameters are reported too, but are not tested here.
  expect({ status, stderr: stderr.match(/^error.*/m) }).toEqual({
    status: 0,
    stderr: null,
  });
  const names = readdirSync(out, { recursive: true, encoding: "utf8" });
  const below = (folder: string) =>
    names
      .filter((name) => name.startsWith(`${folder}/`))
      .map((name) => name.slice(folder.length + 1, -".ts".length))
      .sort();
  return { model: below("model"), params: below("params") };
}

test("a schema, with what it needs and the operations that return it", async () => {
  expect(await files("Order")).toEqual({
    model: ["Change", "Line", "Order", "User"],
    params: ["change_order"],
  });
  expect(await files("L*")).toEqual({ model: ["Line"], params: [] });
});

test.each([
  ["tag:Cats", { model: ["Cat"], params: ["get_cat"] }],
  ["tag:C*", { model: ["Cat"], params: ["get_cat"] }],
  ["path:/orders", { model: ["Line", "Order"], params: [] }],
  [
    "path:/orders/**",
    { model: ["Change", "Line", "Order", "User"], params: ["change_order"] },
  ],
  ["path:/cats/{id}", { model: ["Cat"], params: ["get_cat"] }],
  ["operation:getCat", { model: ["Cat"], params: ["get_cat"] }],
  ["operation:list*", { model: ["Line", "Order"], params: [] }],
  ["schema:tag:Odd", { model: ["tag_Odd"], params: [] }],
])("%s", async (pattern, expected) => {
  expect(await files(pattern)).toEqual(expected);
});

test("several together", async () => {
  expect(await files("User", "operation:getCat")).toEqual({
    model: ["Cat", "User"],
    params: ["get_cat"],
  });
});

test.each([
  ["Ordr", "matches no schema", 'did you mean "Order"?'],
  ["tag:Cat", "matches no tag", 'did you mean "Cats"?'],
  ["path:/order", "matches no path", 'did you mean "/orders"?'],
  ["operation:getCats", "matches no operation", 'did you mean "getCat"?'],
])("%s matches nothing, and is refused", async (pattern, message, help) => {
  const { status, stderr } = await run([pattern]);
  expect(stderr).toContain(`"${pattern}" ${message} [only/no-match]`);
  expect(stderr).toContain(help);
  expect(status).toBe(2);
});
