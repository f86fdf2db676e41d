// How generated files are recognized without a manifest: every file that the targets
// generate is found, and no copy of one.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { allTraces } from "../../../src/cli/registry.js";
import { findGenerated } from "../../../src/output/find-generated.js";
import { findHeaders, firstLine } from "../../../src/output/header.js";
import { generateInMemory } from "../../golden/generate-in-memory.js";

const committed = fileURLToPath(
  new URL("../../../generated/stripe", import.meta.url),
);

function readCommitted(): Map<string, string> {
  const paths = readdirSync(committed, { recursive: true, encoding: "utf8" });
  return new Map(
    paths
      .filter((path) => path.endsWith(".ts"))
      .map((path) => [path, readFileSync(join(committed, path), "utf8")]),
  );
}

const document = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Test", version: "1" },
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
        responses: {},
      },
    },
  },
  webhooks: { petAdded: { post: { responses: {} } } },
  components: {
    schemas: {
      pet: {
        type: "object",
        properties: {
          kind: { enum: ["cat", "dog"] },
          owner: { $ref: "#/components/schemas/owner" },
        },
      },
      owner: { type: "object", properties: { name: { type: "string" } } },
    },
  },
});

const emit = ["models", "values", "params", "validators", "factories"];

test.each([
  ["the committed files", readCommitted],
  ["TypeScript", () => generateInMemory("a.json", document, { emit }).files],
  [
    "Rust",
    () => generateInMemory("a.json", document, {}, { template: "rust" }).files,
  ],
])("of %s all are found, and no copy", (_, list) => {
  const files = list();
  expect(files.size).toBeGreaterThan(2);
  const copies = [...files].flatMap(([path, text]): [string, string][] => [
    [`copy-of-${path.replaceAll("/", "-")}`, text],
    [path.replace(/(\.\w+)$/, "_copy$1"), text],
  ]);
  const found = findGenerated(
    new Map([...files, ...copies]),
    [],
    new Map(),
    allTraces,
  );
  expect([...found.keys()].sort()).toEqual([...files.keys()].sort());
  const headers = findHeaders([]);
  for (const text of files.values()) {
    expect(headers).toContain(firstLine(text));
  }
});
