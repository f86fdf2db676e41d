// All that validators become compiles at its strictest, although the generated files
// tell the compiler to look away, and is laid out as Prettier does it: for Stripe's
// document, and for small ones that a careless generator trips over.

import { check } from "prettier";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { awkwardDocuments } from "../e2e/awkward-documents.js";
import { objectOf } from "../e2e/small-document.js";
import { generateInMemory } from "../golden/generate-in-memory.js";
import { compileInMemory } from "./compile-in-memory.js";
import { stripeText } from "./stripe-document.js";

const options = { emit: ["models", "validators"] };

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The exports of `validation.ts`, the globals that validators use, and their own names. */
const takenNames = [
  ...["Check", "Loose", "Parsed", "ParseOptions", "Presence", "Branch"],
  ...["Checker", "StandardSchema", "ParseError", "Issue", "Drift", "Literal"],
  ...["check", "string", "object", "required", "parse", "accepts", "own"],
  ...["RegExp", "Object", "String", "Array", "Promise", "Schema", "Infinity"],
  ...["Number", "undefined", "name", "key", "value", "c", "v"],
];

const propertyNames = [
  ...takenNames,
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"],
  ...["1", "01", "a-b", "with space", 'it\'s "quoted"', "é", "名前", "😀", ""],
  ...["own_properties", "own", "names", "ownNames", "properties", "class"],
];

const status = { type: "string", enum: ["a", "b"] };

const documents: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "schemas named like what validators use": {
    ...Object.fromEntries(
      takenNames.map((name) => [
        name,
        objectOf({ [name]: status, self: ref(name), code: { type: "string" } }),
      ]),
    ),
    all: { anyOf: takenNames.map(ref) },
    holder: objectOf(
      Object.fromEntries(takenNames.map((name) => [name, ref(name)])),
    ),
  },
  "more properties than the compiler follows in one function": {
    settings: objectOf(
      Object.fromEntries(
        Array.from({ length: 700 }, (_none, index) => [
          `setting_${index}`,
          { type: "string", maxLength: 3 },
        ]),
      ),
    ),
  },
  "names that the file exports or imports": {
    ...Object.fromEntries(
      ["Names", "Values", "Bounds", "Pattern", "Branches", "Properties"].map(
        (name) => [
          name,
          objectOf(
            Object.fromEntries(
              ["is", "parse", "safe_parse", "clone", "stringify"].map(
                (verb) => [
                  verb,
                  objectOf({ x: { ...status, pattern: "^a", minLength: 1 } }),
                ],
              ),
            ),
          ),
        ],
      ),
    ),
    holder: objectOf({
      no: objectOf({ x: { type: "string" } }),
      free: { type: "object", minProperties: 1 },
    }),
  },
  "schemas that share names with what is made of others": {
    Null: { type: "null" },
    Standard: objectOf({ a: status, schema: status }),
    Parse: objectOf({ options: status, ed: status }),
    row: objectOf({
      cells: { type: "array", items: { type: "string", maxLength: 3 } },
    }),
    row_cells_item: objectOf({ of: ref("row") }),
    table: objectOf({
      rows: {
        type: "array",
        items: {
          anyOf: [ref("row"), ref("table_rows_item"), { type: "null" }],
        },
      },
    }),
    table_rows_item: objectOf({ nothing: ref("Null"), table: ref("table") }),
    table_rows_item_or_null: objectOf({ a: status }),
  },
  "properties named like what validators use": Object.fromEntries(
    [
      status,
      { type: "string", maxLength: 3, pattern: "^\"'`\\u0061/\\\\$" },
      { type: "array", items: { type: "integer", minimum: 0 }, minItems: 1 },
      { type: "object", additionalProperties: status },
      objectOf({ properties: status, names: status }, ["names"]),
      { oneOf: [objectOf({ a: status }), objectOf({ b: status }), status] },
    ].map((property, index) => [
      `holder${index}`,
      objectOf(
        Object.fromEntries(propertyNames.map((name) => [name, property])),
        ["__proto__", "constructor", "1"],
      ),
    ]),
  ),
  "all kinds of types": {
    mixed: { enum: ["a", 1, true, null] },
    tuple: {
      type: "array",
      prefixItems: [{ type: "string", maxLength: 2 }, status],
      items: { type: "number", multipleOf: 0.5 },
      uniqueItems: true,
    },
    keyed: {
      type: "object",
      propertyNames: { enum: ["left", "right"] },
      additionalProperties: { type: "integer" },
    },
    nullableAlias: { anyOf: [ref("tuple"), { type: "null" }] },
    recursive: {
      anyOf: [
        { type: "array", items: ref("recursive") },
        { type: "string" },
        { type: "object", additionalProperties: ref("recursive") },
      ],
    },
    both: {
      allOf: [ref("animal"), objectOf({ own: status })],
      required: ["name"],
      unevaluatedProperties: false,
    },
    one: { oneOf: [ref("cat"), ref("dog"), { type: "null" }] },
    animal: {
      ...objectOf({ kind: { type: "string" }, name: { type: "string" } }, [
        "kind",
      ]),
      discriminator: {
        propertyName: "kind",
        mapping: {
          cat: "#/components/schemas/cat",
          dog: "#/components/schemas/dog",
        },
      },
    },
    cat: { allOf: [ref("animal"), objectOf({ lives: { type: "integer" } })] },
    dog: {
      allOf: [ref("animal"), objectOf({ good: { const: true } }, ["good"])],
    },
    closed: {
      ...objectOf({ a: { type: ["string", "null"], minLength: 1 } }, ["a"]),
      additionalProperties: false,
      minProperties: 1,
    },
    counted: { type: "object", maxProperties: 2 },
    never: { type: "array", items: false },
    wide: objectOf(
      Object.fromEntries(
        ["a".repeat(70), "b".repeat(90)].map((name) => [
          name,
          { type: "array", items: { type: "string", maxLength: 5 } },
        ]),
      ),
    ),
    ["long_".repeat(20)]: objectOf({ ["long_".repeat(15)]: status }),
  },
};

const sent = {
  "/things": {
    post: {
      operationId: "createThing",
      requestBody: {
        content: { "application/json": { schema: ref("thing") } },
      },
      responses: {
        "200": {
          description: "It.",
          content: { "application/json": { schema: ref("thing") } },
        },
      },
    },
  },
};

const directions = {
  thing: objectOf(
    {
      id: { type: "string", readOnly: true },
      secret: { type: "string", writeOnly: true, minLength: 8 },
      parts: { type: "array", items: ref("thing") },
    },
    ["id", "secret"],
  ),
};

function generate(
  schemas: Readonly<Record<string, unknown>>,
  paths: unknown = {},
  more: Readonly<Record<string, unknown>> = {},
) {
  const document = {
    openapi: "3.1.0",
    info: { title: "Awkward", version: "1" },
    paths,
    components: { schemas },
  };
  return generateInMemory("awkward.yaml", stringify(document), {
    ...options,
    ...more,
  }).files;
}

const small = new Map(
  [
    ...Object.entries(awkwardDocuments).map(
      ([name, schemas]) => [name, generate(schemas)] as const,
    ),
    ...Object.entries(documents).flatMap(([name, schemas]) => [
      [name, generate(schemas)] as const,
      [`${name}, dedupe`, generate(schemas, {}, { dedupe: true })] as const,
    ]),
    ["directions", generate(directions, sent)] as const,
  ].flatMap(([name, files]) =>
    [...files].map(
      ([path, text]) => [`${name.replace(/\W/g, "-")}/${path}`, text] as const,
    ),
  ),
);

test("awkward documents compile", () => {
  expect(compileInMemory(small)).toEqual([]);
});

test("Prettier finds nothing to change in them", async () => {
  expect(await findMisplaced(small)).toEqual([]);
});

test("Stripe's document compiles, and is laid out as Prettier does", async () => {
  const { files } = generateInMemory("stripe.oas.json", stripeText, options);
  expect(
    [...files.keys()].filter((path) => path.startsWith("validate/")),
  ).toHaveLength(979);
  expect(compileInMemory(files)).toEqual([]);
  const written = [...files].filter(([path]) => path.startsWith("valida"));
  expect(await findMisplaced(new Map(written))).toEqual([]);
});

async function findMisplaced(files: ReadonlyMap<string, string>) {
  const found: string[] = [];
  for (const [path, text] of files) {
    if (!(await check(text, { filepath: path }))) found.push(path);
  }
  return found;
}

test("the check detects an error", () => {
  const files = new Map([
    ["a.ts", "// @ts-nocheck: no\nexport const a: string = 1;\n"],
  ]);
  expect(compileInMemory(files)).toEqual([
    "a.ts: Type 'number' is not assignable to type 'string'.",
  ]);
});
