// The file of fixtures: what it does, and what is wrong in one.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTexts } from "./folder-snapshot.js";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const document = JSON.stringify({
  openapi: "3.0.0",
  info: { title: "t", version: "1" },
  components: {
    schemas: {
      card: {
        type: "object",
        required: ["id", "brand"],
        properties: { id: { type: "string" }, brand: { type: "string" } },
      },
    },
  },
});

async function runWith(
  fixtures: string | null,
  config = "{spec: api.json, out: out, fixtures: samples.json, options: {emit: [models, factories]}}",
) {
  const folder = temporaryFolder({
    "api.json": document,
    "codegen.config.yaml": `outputs: [${config}]\n`,
    ...(fixtures !== null && { "samples.json": fixtures }),
  });
  const before = readTexts(folder);
  return { ...(await runCodegen(folder, ["run"])), folder, before };
}

const made = (folder: string) =>
  readFileSync(join(folder, "out/make/card.ts"), "utf8");

test("a sample supplies the default values of an object", async () => {
  const { folder, status, stderr } = await runWith(
    '{"resources": {"card": {"id": "crd_1abcdefg2", "brand": "visa"}, "other": {}}}',
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(made(folder)).toContain('id: id("crd")');
  expect(made(folder)).toContain('brand: value("visa")');
});

test("without a file all is made from the document", async () => {
  const { folder, status } = await runWith(
    null,
    "{spec: api.json, out: out, options: {emit: [models, factories]}}",
  );
  expect(status).toBe(0);
  expect(made(folder)).toContain('id: id("card")');
  expect(made(folder)).toContain('brand: value("brand")');
});

test("samples of another document are reported", async () => {
  const { status, stderr } = await runWith('{"resources": {"crd": {}}}');
  expect(status).toBe(0);
  expect(stderr).toMatch(
    /no sample belongs to a schema .*\[fixtures\/no-match\]/,
  );
  expect(stderr).toContain("at samples.json");
});

test.each([
  ["no such file", null, /this file does not exist/],
  ["no JSON", "{", /this is not JSON/],
  ["no object", "[]", /\[\] is not an object/],
  ["no resources", "{}", /at samples.json #\/resources/],
  [
    "no sample",
    '{"resources": {"a/b": 5}}',
    /5 is not an object[\s\S]*#\/resources\/a~1b/,
  ],
])("%s", async (_title, fixtures, message) => {
  const { status, stderr, folder, before } = await runWith(fixtures);
  expect(stderr).toMatch(message);
  expect(stderr).toContain("[fixtures/invalid]");
  expect(status).toBe(2);
  expect(readTexts(folder)).toEqual(before);
});
