// A reference to another file is followed wherever the parser reads a reference: the
// output is that of a reference within the document, at every keyword in every version.

import { join } from "node:path";
import { expect, test } from "vitest";
import { readTexts } from "./folder-snapshot.js";
import { run } from "./refusal.js";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const pet = { type: "object", properties: { id: { type: "string" } } };

const keywords: Readonly<Record<string, "one" | "list" | "map">> = {
  additionalItems: "one",
  additionalProperties: "one",
  allOf: "list",
  anyOf: "list",
  contains: "one",
  contentSchema: "one",
  dependentSchemas: "map",
  else: "one",
  if: "one",
  items: "one",
  not: "one",
  oneOf: "list",
  patternProperties: "map",
  prefixItems: "list",
  properties: "map",
  propertyNames: "one",
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: "one",
  unevaluatedItems: "one",
  unevaluatedProperties: "one",
};

function schemasOf($ref: string): Record<string, unknown> {
  const values = { one: { $ref }, list: [{ $ref }], map: { a: { $ref } } };
  return Object.fromEntries([
    ...Object.entries(keywords).map(([keyword, form]) => [
      `Of${keyword}`,
      { [keyword]: values[form] },
    ]),
    ["OfItems", { type: "array", items: [{ $ref }] }],
  ]);
}

async function outputOf(spec: object) {
  const folder = temporaryFolder({
    "spec.json": JSON.stringify(spec),
    "other.json": JSON.stringify({ Pet: pet }),
  });
  const { status, stderr } = await runCodegen(folder, run("spec.json"));
  return { status, stderr, files: readTexts(join(folder, "out")) };
}

const info = { title: "t", version: "1" };

test.each(["3.0.4", "3.1.1", "3.2.0"])("schemas of %s", async (openapi) => {
  const documentOf = (ref: string) => ({
    ...{ openapi, info, paths: {} },
    components: { schemas: { ...schemasOf(ref), Pet: pet } },
  });
  const { stderr, ...output } = await outputOf(documentOf("other.json#/Pet"));
  expect(stderr).not.toContain("[ref/");
  const inside = documentOf("#/components/schemas/Pet");
  expect({ stderr, ...output }).toEqual(await outputOf(inside));
});

test("schemas of 2.0", async () => {
  const documentOf = (ref: string) => ({
    ...{ swagger: "2.0", info, paths: {} },
    definitions: { ...schemasOf(ref), Pet: pet },
  });
  const { stderr, ...output } = await outputOf(documentOf("other.json#/Pet"));
  expect(stderr).not.toContain("[ref/");
  const inside = documentOf("#/definitions/Pet");
  expect({ stderr, ...output }).toEqual(await outputOf(inside));
});

test.each(["webhooks", "x-webhooks"])("%s", async (key) => {
  const post = {
    requestBody: {
      content: { "application/json": { schema: { $ref: "other.json#/Pet" } } },
    },
    responses: { "204": { description: "done" } },
  };
  const openapi = key === "webhooks" ? "3.1.0" : "3.0.4";
  const spec = { openapi, info, paths: {}, [key]: { pet: { post } } };
  const { status, stderr } = await outputOf(spec);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
