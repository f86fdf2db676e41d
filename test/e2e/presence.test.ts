// The file of presence facts: what it does, and what is wrong in one.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTexts } from "./folder-snapshot.js";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const document = JSON.stringify({
  openapi: "3.0.0",
  info: { title: "t", version: "2024-01-01", "x-stripeSpecFilename": "ours" },
  components: {
    schemas: {
      "our.card": {
        type: "object",
        required: ["id"],
        properties: {
          id: { type: "string" },
          note: { type: "string", nullable: true },
          brand: { type: "string", nullable: true },
          extra: { type: "string" },
        },
      },
    },
  },
});

const config =
  "outputs: [{spec: api.json, out: out, presence: presence.yaml}]\n";

async function runWith(presence: string, args: readonly string[] = []) {
  const folder = temporaryFolder({
    "api.json": document,
    "codegen.config.yaml": config,
    "presence.yaml": presence,
  });
  const before = readTexts(folder);
  const result = await runCodegen(folder, ["run", ...args]);
  return { ...result, folder, before };
}

const facts = (property: string, version = "2024-01-01") =>
  `"${version}":\n  - reason: not in the sample\n    properties: [${property}]\n`;

const fields = (folder: string) =>
  readFileSync(join(folder, "out/model/our_card.ts"), "utf8").match(
    /^ {2}\w+\??: .*$/gm,
  );

test("a nullable property is there, but for those that are listed", async () => {
  const { folder, status } = await runWith(facts("our.card.note"));
  expect(status).toBe(0);
  expect(fields(folder)).toEqual([
    "  brand: string | null;",
    "  extra?: string;",
    "  id: string;",
    "  note?: string | null;",
  ]);
});

test("facts of another version are not used", async () => {
  const { folder } = await runWith(facts("our.card.note", "2020-01-01"));
  expect(fields(folder)).toContain("  note: string | null;");
});

test("--set presence=document goes by `required` alone", async () => {
  const args = ["--set", "presence=document"];
  const { folder } = await runWith(facts("our.card.note"), args);
  expect(fields(folder)).toContain("  brand?: string | null;");
});

test.each([
  ["no such schema", facts("our.crd.note"), /did you mean "our.card"/],
  ["no such property", facts("our.card.nte"), /did you mean "note"/],
  ["a required one", facts("our.card.id"), /is required/],
  ["one that says nothing new", facts("our.card.extra"), /is optional already/],
  ["no property at all", facts("card"), /is not SCHEMA.PROPERTY/],
  ["no reason", '"2024-01-01": [{properties: [a.b]}]', /"reason" is missing/],
  ["no list", '"2024-01-01": {}', /\{\} is not a list/],
  ["an unknown key", '"2024-01-01": [{why: x}]', /no "why"/],
  ["no YAML", "a: [", /this is not YAML[\s\S]*presence.yaml:1:5/],
])("%s is refused, with its place", async (_what, presence, message) => {
  const { status, stderr, folder, before } = await runWith(presence);
  expect(stderr).toMatch(message);
  expect(stderr).toContain("at presence.yaml");
  expect(status).toBe(2);
  expect(readTexts(folder)).toEqual(before);
});
