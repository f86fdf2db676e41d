// Swagger 2.0 → OpenAPI 3.0, as a tree: each part of a small document, its new place
// and form by the two specifications, and the place that its diagnostics name.

import { describe, expect, test } from "vitest";
import { createDiagnostic } from "../../../src/diagnostics/diagnostic.js";
import { resolvePointer } from "../../../src/document/pointer.js";
import { upgradeSpec } from "../../../src/document/swagger/upgrade-spec.js";
import {
  type Origins,
  traceOrigin,
} from "../../../src/document/trace-origin.js";
import { walkDocument } from "../../../src/document/walk-document.js";

const file = "api.yaml";
const info = { title: "t", version: "1" };

function upgrade(document: object) {
  const origins: Origins = new WeakMap();
  const tree = { file, location: file, apiVersion: null };
  const root = { swagger: "2.0", info, paths: {}, ...document };
  const upgraded = upgradeSpec({ ...tree, root }, origins, () => {});
  return {
    at: (pointer: string) => resolvePointer(upgraded.root, pointer),
    root: upgraded.root,
    source: root,
    trace: (pointer: string) =>
      traceOrigin(
        createDiagnostic("schema/unknown-type", { file, pointer }, ""),
        upgraded,
        origins,
      ).at?.pointer,
  };
}

/** A parameter of the only operation. */
const withParameters = (...parameters: unknown[]) =>
  upgrade({ paths: { "/a": { post: { parameters, responses: {} } } } });

const post = "#/paths/~1a/post";
const query = { in: "query", name: "q" };

/** A schema of 2.0 → that of 3.0, wherever it stands. */
const schemas: Readonly<Record<string, readonly [object, object]>> = {
  "x-nullable": [
    { type: "string", "x-nullable": true },
    { type: "string", nullable: true },
  ],
  "x-nullable, false": [
    { type: "string", "x-nullable": false },
    { type: "string", nullable: false },
  ],
  "null among the values": [
    { enum: ["a", null] },
    { enum: ["a"], nullable: true },
  ],
  discriminator: [
    { discriminator: "kind" },
    { discriminator: { propertyName: "kind" } },
  ],
  "x-discriminator": [
    {
      "x-discriminator": {
        propertyName: "kind",
        mapping: { a: "#/definitions/A", b: "B" },
      },
    },
    {
      discriminator: {
        propertyName: "kind",
        mapping: { a: "#/components/schemas/A", b: "B" },
      },
    },
  ],
  "x-oneOf": [
    { "x-oneOf": [{ $ref: "#/definitions/A" }] },
    { oneOf: [{ $ref: "#/components/schemas/A" }] },
  ],
  file: [{ type: "file" }, { type: "string", format: "binary" }],
  "several items": [
    { items: [{ type: "string" }, { type: "integer" }] },
    { items: { anyOf: [{ type: "string" }, { type: "integer" }] } },
  ],
  "a reference with siblings": [
    { $ref: "#/definitions/A", description: "d" },
    { $ref: "#/components/schemas/A", description: "d" },
  ],
  "names that are keywords": [
    { properties: { type: { type: "file" }, $ref: { enum: [null] } } },
    {
      properties: {
        type: { type: "string", format: "binary" },
        $ref: { enum: [], nullable: true },
      },
    },
  ],
  "a property without a schema": [
    { properties: { a: null } },
    { properties: { a: {} } },
  ],
  "data that looks like a schema": [
    { example: { $ref: "#/definitions/A", discriminator: "a" }, default: null },
    { example: { $ref: "#/definitions/A", discriminator: "a" }, default: null },
  ],
};

describe("a schema", () => {
  for (const [name, [old, expected]] of Object.entries(schemas)) {
    test(name, () => {
      const A = { type: "string" };
      const { at } = upgrade({
        definitions: { A, B: old, C: { allOf: [{ items: old }] } },
        paths: {
          "/a": {
            post: {
              parameters: [{ in: "body", name: "b", schema: old }],
              responses: { 200: { description: "", schema: old } },
            },
          },
        },
      });
      for (const place of [
        "#/components/schemas/B",
        "#/components/schemas/C/allOf/0/items",
        `${post}/requestBody/content/application~1json/schema`,
        `${post}/responses/200/content/*~1*/schema`,
      ]) {
        expect(at(place), place).toEqual(expected);
      }
    });
  }

  test("may have any name", () => {
    const names = ["__proto__", "constructor", "a/b~c", "A«B»", "x-a", "50%"];
    const definitions = Object.fromEntries(
      names.map((name) => [name, { type: "file" }]),
    );
    const { at } = upgrade({ definitions });
    const made = at("#/components/schemas");
    expect(Object.keys(made ?? {})).toEqual(names);
    for (const schema of Object.values(made ?? {})) {
      expect(schema).toEqual({ type: "string", format: "binary" });
    }
  });
});

describe("a parameter", () => {
  const formats: readonly (readonly [string, string | undefined, object])[] = [
    ["query", undefined, { style: "form", explode: false }],
    ["query", "csv", { style: "form", explode: false }],
    ["query", "multi", { style: "form", explode: true }],
    ["query", "ssv", { style: "spaceDelimited", explode: false }],
    ["query", "pipes", { style: "pipeDelimited", explode: false }],
    ["header", "csv", { style: "simple" }],
    ["path", "csv", { style: "simple", required: true }],
  ];
  test.each(formats)(
    "that is an array in %s, %s",
    (place, format, expected) => {
      const items = { type: "array", items: { type: "integer" } };
      const { at } = withParameters({
        ...{ in: place, name: "q", type: "array" },
        items: { ...items, collectionFormat: "csv" },
        ...(format !== undefined && { collectionFormat: format }),
      });
      expect(at(`${post}/parameters/0`)).toEqual({
        ...{ in: place, name: "q", ...expected },
        schema: { type: "array", items },
      });
    },
  );

  test("without a type is a string; fields that are not schema keywords stay", () => {
    const { at } = withParameters({
      ...query,
      "x-a": 1,
      title: "t",
      enum: ["a"],
    });
    expect(at(`${post}/parameters/0`)).toEqual({
      ...{ ...query, "x-a": 1, title: "t" },
      schema: { type: "string", enum: ["a"] },
    });
  });

  test("of a path makes up the bodies of the operations that have none", () => {
    const body = (type: string) => ({
      in: "body",
      name: type,
      schema: { type },
    });
    const { at } = upgrade({
      paths: {
        "/a": {
          parameters: [body("integer"), { ...query, type: "string" }],
          post: { responses: {} },
          put: { parameters: [body("boolean")], responses: {} },
        },
      },
    });
    const schema = "requestBody/content/application~1json/schema";
    expect(at(`${post}/${schema}`)).toEqual({ type: "integer" });
    expect(at(`#/paths/~1a/put/${schema}`)).toEqual({ type: "boolean" });
    expect(at("#/paths/~1a/parameters")).toHaveLength(1);
  });

  test("of a form is a property with all that it says", () => {
    const { at } = withParameters(
      { in: "formData", name: "a", type: "file", required: true },
      {
        in: "formData",
        name: "__proto__",
        type: "object",
        properties: { b: {} },
      },
    );
    const place = `${post}/requestBody/content/application~1x-www-form-urlencoded/schema`;
    expect(at(`${place}/required`)).toEqual(["a"]);
    expect(at(`${place}/properties/a`)).toEqual({
      ...{ type: "string", format: "binary" },
    });
    expect(at(`${place}/properties/__proto__/properties`)).toEqual({ b: {} });
  });

  test("that leads back to itself stays, and ends nothing", () => {
    const { at } = upgrade({
      parameters: {
        A: { $ref: "#/parameters/B" },
        B: { $ref: "#/parameters/A" },
      },
      paths: {
        "/a": { post: { parameters: [{ $ref: "#/parameters/A" }] } },
      },
    });
    expect(at(`${post}/parameters/0/$ref`)).toBe("#/components/parameters/A");
  });
});

test("a response has its schema in each media type, also in those of examples", () => {
  const schema = { type: "integer" };
  const examples = { "application/json": 1, "text/plain": "1" };
  const response = { description: "d", schema, examples };
  const { at } = upgrade({
    produces: ["application/json", "application/xml"],
    responses: { A: response },
  });
  const value = (one: unknown) => ({ examples: { response: { value: one } } });
  expect(at("#/components/responses/A/content")).toEqual({
    "application/json": { schema, ...value(1) },
    "application/xml": { schema },
    "text/plain": { schema, ...value("1") },
  });
});

test("servers and security schemes", () => {
  const { at } = upgrade({
    ...{ host: "h", basePath: "/v1/", schemes: ["https", "wss"] },
    securityDefinitions: {
      a: { type: "basic" },
      b: {
        type: "oauth2",
        flow: "accessCode",
        authorizationUrl: "u",
        tokenUrl: "v",
      },
    },
  });
  expect(at("#/servers")).toEqual([
    { url: "https://h/v1" },
    { url: "wss://h/v1" },
  ]);
  expect(at("#/components/securitySchemes")).toEqual({
    a: { type: "http", scheme: "basic" },
    b: {
      type: "oauth2",
      flows: {
        authorizationCode: { authorizationUrl: "u", tokenUrl: "v", scopes: {} },
      },
    },
  });
});

/** A document with each part that moves, and references into all of them. */
const shelter = {
  parameters: {
    Body: {
      in: "body",
      name: "b",
      schema: { properties: { c: { type: "integer" } } },
    },
    Limit: { ...query, type: "array", items: { type: "string" } },
  },
  responses: { Gone: { description: "", schema: { type: "object" } } },
  definitions: {
    Pet: { properties: { tags: { items: [{ type: "string" }, {}] } } },
  },
  paths: {
    "/a": {
      parameters: [{ in: "formData", name: "d", type: "string" }],
      post: {
        consumes: ["application/xml", "application/json"],
        parameters: [
          { $ref: "#/parameters/Body" },
          { ...query, type: "array", items: { type: "string" } },
        ],
        responses: { 200: { description: "", schema: { type: "object" } } },
      },
      put: { responses: {} },
    },
  },
};

const deep = [
  "#/definitions/Pet/properties/tags/items/0",
  "#/parameters/Body/schema",
  "#/parameters/Body/schema/properties/c",
  "#/parameters/Limit/items",
  "#/responses/Gone/schema",
  "#/paths/~1a/post/parameters/1/items",
  "#/paths/~1a/post/responses/200/schema",
];

test.each(deep)("a reference to %s leads to what it was", (ref) => {
  const { at, source, trace } = upgrade({
    ...shelter,
    definitions: { ...shelter.definitions, Ref: { $ref: ref } },
  });
  const made = at("#/components/schemas/Ref/$ref");
  expect(typeof made).toBe("string");
  expect(at(String(made))).toEqual(resolvePointer(source, ref));
  expect(trace(String(made))).toBe(ref);
});

test("every place in the upgraded document is traced to one in the user's", () => {
  const { root, source, trace } = upgrade(shelter);
  const lost: string[] = [];
  walkDocument(root, (_object, place) => {
    const pointer = ["#", ...place]
      .map((token) => String(token).replaceAll("/", "~1"))
      .join("/");
    const origin = trace(pointer) ?? "";
    if (resolvePointer(source, origin) === undefined) lost.push(pointer);
  });
  // Containers that Swagger 2.0 does not have.
  expect(lost).toEqual(["#/components", "#/components/securitySchemes"]);
});
