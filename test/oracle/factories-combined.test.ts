// Factories of combined types and of types with constraints: our validators in strict mode
// and ajv accept the value, or a warning reports that it may be invalid.

import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { objectOf, smallDocument } from "../e2e/small-document.js";
import { generateInMemory } from "../golden/generate-in-memory.js";
import { loadModules } from "./load-modules.js";
import { readValidators } from "./load-validators.js";

const text = { type: "string" };

type Schemas = Readonly<Record<string, unknown>>;

/** The factory value of `X`, checked by both validators, and the warnings about it. */
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
    "an object with a minimum number of properties, some declared",
    { ...objectOf({ a: text, key2: text }), minProperties: 3 },
    { a: "a", key2: "key2", key1: null },
  ],
  [
    "a map with a minimum number of listed keys",
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

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test.each<readonly [string, Schemas, unknown]>([
  [
    "a map and what is listed beside it",
    {
      M: { type: "object", additionalProperties: { ...text, minLength: 3 } },
      X: { allOf: [ref("M"), objectOf({ z: text }, ["z"])] },
    },
    { z: "zzz" },
  ],
  [
    "any value and what is listed beside it",
    {
      M: { description: "Any." },
      X: { allOf: [ref("M"), objectOf({ z: text }, ["z"])] },
    },
    { z: "z" },
  ],
  [
    "lengths of which one part has but one",
    {
      A: objectOf({ k: text }, ["k"]),
      X: {
        allOf: [ref("A"), objectOf({ k: { ...text, minLength: 5 } })],
      },
    },
    { k: "kkkkk" },
  ],
  [
    "bounds of a number in two parts",
    {
      A: objectOf({ k: { type: "number", minimum: 5, multipleOf: 2 } }, ["k"]),
      X: {
        allOf: [
          ref("A"),
          objectOf({ k: { type: "integer", minimum: 2, multipleOf: 3 } }),
        ],
      },
    },
    { k: 6 },
  ],
  [
    "values that two parts share",
    {
      A: objectOf({ k: { enum: ["a", "b"] } }, ["k"]),
      X: { allOf: [ref("A"), objectOf({ k: { enum: ["b", "c"] } })] },
    },
    { k: "b" },
  ],
  [
    "a string that is bounded beside its name",
    {
      S: text,
      X: objectOf({ q: { allOf: [ref("S"), { ...text, minLength: 4 }] } }, [
        "q",
      ]),
    },
    { q: "qqqq" },
  ],
  [
    "as many properties as there must be",
    {
      A: objectOf({ a: text }),
      X: {
        allOf: [ref("A"), { ...objectOf({ b: text }), minProperties: 1 }],
      },
    },
    { a: "a" },
  ],
  [
    "other properties of what one part says",
    {
      A: objectOf({ a: text }, ["a"]),
      X: {
        allOf: [
          ref("A"),
          {
            ...objectOf({ b: text }),
            additionalProperties: { ...text, minLength: 2 },
            minProperties: 3,
          },
        ],
      },
    },
    { a: "aa", b: "b", key1: "key1" },
  ],
  [
    "arrays of objects in two parts",
    {
      A: objectOf(
        { k: { type: "array", items: objectOf({ a: text }, ["a"]) } },
        ["k"],
      ),
      X: {
        allOf: [
          ref("A"),
          objectOf({
            k: {
              type: "array",
              minItems: 1,
              items: objectOf({ b: text }, ["b"]),
            },
          }),
        ],
      },
    },
    { k: [{ a: "a", b: "b" }] },
  ],
  [
    "the member of a union that another part allows",
    {
      A: objectOf({ k: { enum: ["b", "c"] } }, ["k"]),
      X: {
        allOf: [
          ref("A"),
          {
            oneOf: [
              objectOf({ k: { const: "a" } }, ["k"]),
              objectOf({ k: { const: "b" }, n: { type: "integer" } }, [
                "k",
                "n",
              ]),
            ],
          },
        ],
      },
    },
    { k: "b", n: 0 },
  ],
])("put together: %s", (_title, schemas, made) => {
  expect(makeX(schemas)).toEqual({ made, isValid: [true, true], rough: [] });
});

test.each<readonly [string, Schemas, readonly string[]]>([
  [
    "values that no two parts share",
    {
      A: objectOf({ k: { enum: ["a"] } }, ["k"]),
      X: { allOf: [ref("A"), objectOf({ k: { enum: ["b"] } })] },
    },
    ["schema/contradiction", "factory/rough-value"],
  ],
  [
    "what another part has no place for",
    {
      A: { ...objectOf({ a: text }), additionalProperties: false },
      X: { allOf: [ref("A"), objectOf({ b: text }, ["b"])] },
    },
    ["factory/rough-value"],
  ],
])(
  "combined types without a valid factory value cause a warning: %s",
  (_title, schemas, codes) => {
    const { isValid, rough } = makeX(schemas);
    expect(isValid).toEqual([false, false]);
    expect(rough).toEqual(codes);
  },
);

test("two types that exclude each other have no value, and no factory", () => {
  const { files, warnings } = generateInMemory(
    "small.json",
    smallDocument({
      S: text,
      X: { allOf: [ref("S"), objectOf({ a: text }, ["a"])] },
    }),
    { emit: ["models", "factories"] },
  );
  expect([...files.keys()]).not.toContain("make/X.ts");
  expect(warnings.map(({ code }) => code)).toContain("schema/contradiction");
});

test.each<readonly [string, Schemas]>([
  ["very many items", { type: "array", items: text, minItems: 150_000 }],
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
])(
  "factory values that are not valid cause a warning: %s",
  (_title, schema) => {
    const { isValid, rough } = makeX({ X: schema });
    expect(isValid).toEqual([false, false]);
    expect(rough).toEqual(["factory/rough-value"]);
  },
);

test.each([
  ["factories", "factories create"],
  ["validators", "validators expect"],
  ["factories,validators", "validators expect and factories create"],
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
      `format "${format}" has the type ${type}, but ${said} the JSON value`,
    ]),
  );
});
