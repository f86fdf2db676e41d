// What factories make of types that are put together, and of those with bounds of their
// own: our validators take it in strict mode, and so does ajv; or else a warning says
// that it is not so.

import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { objectOf, smallDocument } from "../e2e/small-document.js";
import { generateInMemory } from "../golden/generate-in-memory.js";
import { loadModules } from "./load-modules.js";
import { readValidators } from "./load-validators.js";

const text = { type: "string" };

type Schemas = Readonly<Record<string, unknown>>;

/** What is made of `X`, after it has been put to both judges, and what is rough. */
function makeX(schemas: Schemas) {
  const document = smallDocument(schemas);
  const generated = generateInMemory("small.json", document, {
    emit: ["models", "validators", "factories"],
  });
  const make = loadModules(generated.files)("make/X.ts").makeX as () => unknown; // else the call fails
  const made = make();
  const parsed = readValidators(generated)("X").safeParse(made, {
    mode: "strict",
  });
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(JSON.parse(document), "small");
  const { warnings } = generated;
  const rough = warnings.map(({ code }) => code);
  return {
    made,
    isValid: [
      parsed.ok,
      ajv.validate({ $ref: "small#/components/schemas/X" }, made),
    ],
    rough,
  };
}

test.each<readonly [string, Schemas, unknown]>([
  [
    "a tuple with more behind it",
    { type: "array", prefixItems: [text], items: text, minItems: 2 },
    ["x", "x"],
  ],
  [
    "an object of at least so many properties, some listed",
    { ...objectOf({ a: text, key2: text }), minProperties: 3 },
    { a: "a", key2: "key2", key1: null },
  ],
  [
    "a map of at least so many of the keys that are listed",
    {
      type: "object",
      propertyNames: { enum: ["a", "b"] },
      additionalProperties: text,
      minProperties: 2,
    },
    { a: "a", b: "b" },
  ],
])("%s", (_title, schema, made) => {
  const found = makeX({ X: schema });
  expect(found).toEqual({ made, isValid: [true, true], rough: [] });
});

test.each<readonly [string, Schemas]>([
  ["very many items", { type: "array", items: text, minItems: 150 }],
  [
    "very many items behind a tuple",
    { type: "array", prefixItems: [text], items: text, minItems: 150 },
  ],
  [
    "very many properties",
    { type: "object", additionalProperties: text, minProperties: 150 },
  ],
  [
    "more properties than there may be",
    {
      ...objectOf({ a: text }),
      additionalProperties: false,
      minProperties: 2,
    },
  ],
])("what is not made whole is told of: %s", (_title, schema) => {
  const { isValid, rough } = makeX({ X: schema });
  expect(isValid).toEqual([false, false]);
  expect(rough).toEqual(["factory/rough-value"]);
});

test.each([
  ["factories", "factories make"],
  ["validators", "validators take"],
  ["factories,validators", "validators take and factories make"],
])("formats that JSON has not, beside %s", (emit, said) => {
  const document = smallDocument({
    X: objectOf({
      at: { type: "string", format: "date-time" },
      count: { type: "integer", format: "int64" },
      home: { ...text, format: "uri" },
      id: { type: "string", format: "uuid" },
    }),
  });
  const { warnings } = generateInMemory("small.json", document, {
    emit: ["models", ...emit.split(",")],
    formats: {
      "date-time": "Date",
      int64: "bigint",
      uri: "URL",
      uuid: "Uuid",
    },
  });
  expect(warnings.map(({ code, message }) => [code, message])).toEqual(
    [
      ["date-time", "Date"],
      ["int64", "bigint"],
      ["uri", "URL"],
    ].map(([format, type]) => [
      "format/not-checked",
      `what has the format "${format}" is typed as ${type}, and ${said} what JSON has there`,
    ]),
  );
});
