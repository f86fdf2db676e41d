// Schemas may have any name, also one that reads like the name of a model that the
// generator makes: of a request form, of shared parameters, of an inline location.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileFiles } from "./compile-files.js";
import { readTexts } from "./folder-snapshot.js";
import { type CodegenResult, runCodegen } from "./run-codegen.js";

const text = { type: "string" };
const object = (properties: object, more: object = {}) => ({
  type: "object",
  properties,
  ...more,
});
const schemaRef = (name: string) => ({
  $ref: `#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
});

/** `POST path` with a JSON body, and `GET path` that returns it. */
const pathOf = (id: string, schema: object) => ({
  post: {
    operationId: `post_${id}`,
    requestBody: { content: { "application/json": { schema } } },
    responses: { 204: { description: "" } },
  },
  get: {
    operationId: `get_${id}`,
    responses: {
      200: { description: "", content: { "application/json": { schema } } },
    },
  },
});

/** Two requests with one titled object (`box`), which a publisher's dialect shares. */
const titled = object({ width: { type: "integer" } }, { title: "box" });

const documentOf = (schemas: object, paths: object) =>
  JSON.stringify({
    openapi: "3.1.0",
    info: { title: "odd", version: "1", "x-stripeSpecFilename": "spec3" },
    paths: {
      "/a": pathOf("a", object({ size: titled })),
      "/b": pathOf("b", object({ size: titled })),
      ...paths,
    },
    components: { schemas },
  });

const places = "#/components/schemas/pet/properties/owner";
const pet = object({
  owner: object({ name: text }),
  made: { type: "string", readOnly: true },
});

/** Case → a document and the types that it must declare, each once. */
const cases: Readonly<Record<string, { document: string; types: string[] }>> = {
  "shape box, in a request body": {
    document: documentOf(
      { "shape box": object({ depth: text }) },
      { "/c": pathOf("c", object({ it: schemaRef("shape box") })) },
    ),
    types: ["ShapeBox", "BoxParam"],
  },
  "shape box beside shape_box": {
    document: documentOf(
      {
        "shape box": object({ depth: text }),
        shape_box: object({ height: text }),
      },
      {},
    ),
    types: ["ShapeBox", "ShapeBox_2", "BoxParam"],
  },
  "shared box, in a request body": {
    document: documentOf(
      { "shared box": object({ depth: text }) },
      { "/c": pathOf("c", object({ it: schemaRef("shared box") })) },
    ),
    types: ["SharedBox", "BoxParam"],
  },
  "pet (input) beside pet, which has an input form": {
    document: documentOf(
      { pet, "pet (input)": object({ trick: text }) },
      {
        "/c": pathOf("c", schemaRef("pet")),
        "/d": pathOf("d", schemaRef("pet (input)")),
      },
    ),
    types: ["Pet", "PetInput", "PetInput_2"],
  },
  "a schema that is named like an inline location": {
    document: documentOf(
      { pet, [places]: object({ trick: text }) },
      {
        "/c": pathOf("c", { $ref: places }),
        "/d": pathOf("d", schemaRef(places)),
      },
    ),
    types: ["ComponentsSchemasPetPropertiesOwner", "PetOwner"],
  },
};

interface Generated {
  readonly result: CodegenResult;
  readonly out: string;
  readonly texts: Readonly<Record<string, string>>;
}

let root = "";
const generated = new Map<string, Generated>();
let complaints: readonly string[] = [];
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "codegen-odd-names-"));
  writeFileSync(join(root, "package.json"), '{"type":"module"}');
  for (const [name, { document }] of Object.entries(cases)) {
    const folder = mkdtempSync(join(root, "case-"));
    writeFileSync(join(folder, "spec.json"), document);
    const emit = "models,params,validators,factories";
    const args = ["run", "--spec", "spec.json", "--out", "out"];
    const result = await runCodegen(folder, [...args, "--set", `emit=${emit}`]);
    const out = join(folder, "out");
    const texts = result.status === 0 ? readTexts(out) : {};
    generated.set(name, { result, out, texts });
  }
  complaints = compileFiles(
    [...generated.values()].flatMap(({ out, texts }) =>
      Object.keys(texts)
        .filter(isTypeScript)
        .map((path) => join(out, path)),
    ),
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const isTypeScript = (path: string) => path.endsWith(".ts");

describe.each(Object.entries(cases))("%s", (name, { types }) => {
  test("every model is declared once, and what imports it compiles", () => {
    const found = generated.get(name);
    if (found === undefined) throw new Error(`no case ${name}`);
    const { result, texts, out } = found;
    expect(result.stderr).not.toMatch(/^error/m);
    expect(result.status).toBe(0);
    expect(complaints.filter((one) => one.startsWith(`${out}/`))).toEqual([]);
    const declared = Object.keys(texts)
      .filter((path) => /^(model|params)\/.*\.ts$/.test(path))
      .flatMap((path) => [
        ...(texts[path] ?? "").matchAll(/^export (?:interface|type) (\w+)/gm),
      ])
      .map(([, name]) => name);
    for (const type of types) {
      expect(declared.filter((name) => name === type)).toEqual([type]);
    }
  });
});

test("the compiler finds nothing outside the cases", () => {
  const folders = [...generated.values()].map(({ out }) => `${out}/`);
  expect(
    complaints.filter((one) => !folders.some((out) => one.startsWith(out))),
  ).toEqual([]);
});
