// Combined schemas, and values on which their parts disagree: strict mode must agree with
// ajv about the unchanged schemas.

import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { objectOf, smallDocument } from "../e2e/small-document.js";
import { loadValidators } from "./load-validators.js";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };
const integer = { type: "integer" };

const parts = {
  A: objectOf({ a: text }, ["a"]),
  B: objectOf({ b: text }, ["b"]),
  C: objectOf({ c: text }),
  I: integer,
};

interface Case {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly values: readonly unknown[];
}

const cases: Readonly<Record<string, readonly Case[]>> = {
  "unevaluatedProperties, a schema, beside what lists others": [
    { allOf: [ref("A")] },
    { anyOf: [ref("A"), ref("B")] },
    { oneOf: [ref("A"), ref("C")] },
    ref("A"),
  ].map((combiner) => ({
    schema: {
      type: "object",
      ...combiner,
      properties: { n: integer },
      unevaluatedProperties: integer,
    },
    // Of what no part lists all are integers: it is not checked.
    values: [
      ...[null, "a", [], {}, { a: "" }, { a: 1 }, { a: "", b: 1 }],
      ...[{ a: "", n: 1 }, { a: "", n: "" }, { n: 1 }, { zz: 1 }],
      ...[
        { a: "", zz: 1 },
        { a: "", n: 1, zz: 1 },
      ],
    ],
  })),
  "unevaluatedProperties: false, beside nothing but what lists them": [
    { allOf: [ref("A"), ref("B")] },
    { allOf: [ref("A")] },
    { allOf: [ref("C")], required: ["c"] },
    { allOf: [ref("A"), objectOf({ b: text })] },
    { allOf: [objectOf({ a: text })] },
    { oneOf: [ref("A"), ref("B")] },
    { anyOf: [ref("A"), ref("B")] },
    { anyOf: [objectOf({ a: text }, ["a"]), ref("B")] },
    { oneOf: [ref("A"), ref("B"), text] },
    { allOf: [{ anyOf: [ref("A"), ref("B")] }, ref("C")] },
  ].map((combiner) => ({
    schema: { type: "object", ...combiner, unevaluatedProperties: false },
    values: [
      ...[null, [], {}, { a: "" }, { b: "" }, { c: "" }, { a: "", b: "" }],
      ...[{ a: "", c: "" }, { a: "", b: "", c: "" }, { a: 1 }, { zz: 1 }],
      ...[
        { a: "", zz: 1 },
        { b: "", zz: 1 },
        { a: "", b: "", zz: 1 },
      ],
      ...[
        { c: "", zz: 1 },
        { a: "", b: 1 },
      ],
    ],
  })),
  "exactly one, whatever the branches are": [
    ...[
      [ref("A"), ref("B"), { type: "null" }],
      [{ anyOf: [ref("A"), { type: "null" }] }, ref("B")],
      [ref("A"), false, ref("B")],
      [ref("A"), ref("B"), { type: "null" }, ref("I")],
    ].map((oneOf) => ({
      schema: { oneOf },
      values: [
        ...[null, "a", 1, {}, { a: "" }, { b: "" }, { a: "", b: "" }],
        ...[{ a: "", zz: 1 }, { b: 1 }, { a: "", b: 1 }],
      ],
    })),
    {
      schema: {
        oneOf: [
          { oneOf: [text, { enum: ["x", "y"] }] },
          { ...text, maxLength: 3 },
        ],
      },
      values: ["x", "abcd", 1],
    },
  ],
  "bounds of several parts": [
    {
      schema: {
        allOf: [
          { ...objectOf({ a: text }), additionalProperties: false },
          objectOf({ b: text }),
        ],
      },
      values: [{}, { a: "" }, { b: "" }, { a: "", b: "" }, { a: "", zz: 1 }, 1],
    },
    {
      schema: {
        allOf: [
          { ...objectOf({ a: text }), additionalProperties: false },
          { ...objectOf({ b: text }), additionalProperties: false },
          objectOf({ c: text }),
        ],
      },
      values: [{}, { a: "" }, { b: "" }, { c: "" }, { zz: 1 }],
    },
    {
      schema: {
        allOf: [
          { ...objectOf({ a: text }), maxProperties: 2, minProperties: 1 },
          { ...objectOf({ b: text }), maxProperties: 1 },
        ],
      },
      values: [{}, { a: "" }, { b: "" }, { a: "", b: "" }, { zz: 1 }],
    },
    {
      schema: {
        allOf: [
          { ...text, maxLength: 3 },
          { ...text, minLength: 2, maxLength: 5 },
        ],
      },
      values: ["", "a", "ab", "abc", "abcd", "abcdef", 1],
    },
    {
      schema: { allOf: [text, { ...text, maxLength: 3 }, text] },
      values: ["", "abc", "abcd"],
    },
    {
      schema: {
        allOf: [
          { ...integer, minimum: 2, multipleOf: 2 },
          { ...integer, minimum: 1, maximum: 12, multipleOf: 4 },
        ],
      },
      values: [0, 1, 2, 4, 6, 8, 12, 16],
    },
    {
      schema: {
        type: "object",
        propertyNames: { enum: ["a", "b"] },
        additionalProperties: text,
        minProperties: 1,
        maxProperties: 1,
      },
      values: [null, [], {}, { a: "" }, { b: 1 }, { zz: "" }, { a: "", b: "" }],
    },
  ],
};

const listed = Object.entries(cases).flatMap(([group, all]) =>
  all.map((one, index) => ({ ...one, group, name: `${group} ${index + 1}` })),
);
const schemas = Object.fromEntries([
  ...Object.entries(parts),
  ...listed.map(({ schema }, index) => [`S${index}`, schema]),
]);
const { of } = loadValidators("combined.json", smallDocument(schemas));
const ajv = new Ajv2020({ strict: false });
ajv.addSchema({ components: { schemas } }, "combined");

describe("what strict mode says is what ajv says", () => {
  test.each(listed.map((one, index) => ({ ...one, index })))(
    "$name",
    ({ schema, values, index }) => {
      const validate = ajv.getSchema(`combined#/components/schemas/S${index}`);
      const differences = values.flatMap((value) => {
        const fits = validate?.(value);
        const parsed = of(`S${index}`).safeParse(value, { mode: "strict" });
        if (parsed.ok === fits) return [];
        const said = parsed.ok ? "accepted" : parsed.issues.join("; ");
        return [`${JSON.stringify(value)}: ${said}`];
      });
      expect(differences, JSON.stringify(schema)).toEqual([]);
    },
  );
});
