// The meaning of a keyword does not depend on its neighbours: the JSON types of all parts
// are intersected. Expected types follow from JSON Schema, core, 7.6.1 and 10.2.

import { describe, expect, test } from "vitest";
import { anyOf, enumOf, integer, refTo, text } from "../../ir/models.js";
import { buildOne, pointer, typeOf } from "./build-one.js";

const kid = refTo("kid");
const toKid = { $ref: "#/components/schemas/kid" };
const toMaybe = { $ref: "#/components/schemas/maybe" };
const object = { type: "object" };
const objectOrNull = { type: ["object", "null"] };
const others = {
  kid: { type: "object", properties: { id: { type: "string" } } },
  maybe: { anyOf: [toKid, { type: "null" }, { type: "string" }] },
};

test.each([
  { allOf: [toKid, object] },
  { allOf: [toKid, { ...object, description: "more" }] },
  { allOf: [toKid, { ...object, additionalProperties: true }] },
  { allOf: [toKid, { ...object, properties: {} }] },
  { allOf: [toKid, {}] },
  { ...object, allOf: [toKid] },
  { ...object, ...toKid },
  { ...object, oneOf: [toKid] },
  { ...object, anyOf: [toKid, { type: "string" }] },
  { allOf: [{ anyOf: [toKid, { type: "null" }] }, object] },
  { allOf: [{ ...object, allOf: [toKid] }, object] },
])("%j is the type that it refers to", (schema) => {
  expect(typeOf(schema, others)).toEqual(kid);
});

test.each([
  [{ type: ["string", "integer"], anyOf: [{ type: "string" }, object] }, text],
  [{ allOf: [{ type: "number" }, { type: "integer" }] }, integer],
  [{ type: "integer", allOf: [{ type: "number" }] }, integer],
  [{ allOf: [{ properties: { a: {} } }, { type: "string" }] }, text],
  [{ type: "string", allOf: [{ enum: ["a", "b"] }] }, enumOf(["a", "b"])],
  [
    { type: ["string", "integer"], oneOf: [{ type: "string" }, { const: 1 }] },
    { ...anyOf(text, { kind: "literal", value: 1 }), exclusive: true },
  ],
])("%j has the types that all parts allow", (schema, expected) => {
  expect(typeOf(schema, others)).toEqual(expected);
});

describe("null", () => {
  test.each([
    [{ allOf: [toKid, objectOrNull] }, "allOf/1/type"],
    [{ allOf: [toKid, { nullable: true }] }, "allOf/1/nullable"],
    [{ ...objectOrNull, ...toKid }, "type"],
    [{ ...objectOrNull, allOf: [toKid] }, "type"],
    [{ ...objectOrNull, oneOf: [toKid] }, "type"],
  ])("%j excludes null, with a warning", (schema, at) => {
    expect(buildOne(schema, others)).toEqual({
      type: kid,
      reports: [`schema/unreachable-null ${pointer}/${at}`],
    });
  });

  test("all parts that allow it allow it together", () => {
    const orNull = { kind: "nullable", type: text };
    const textOrNull = { type: ["string", "null"] };
    expect(typeOf({ allOf: [textOrNull, textOrNull] })).toEqual(orNull);
    expect(typeOf({ ...textOrNull, anyOf: [textOrNull] })).toEqual(orNull);
    expect(typeOf({ nullable: true, ...toKid }, others)).toEqual({
      ...{ kind: "nullable", type: kid },
    });
  });

  test.each(["allOf", "anyOf", "oneOf"])(
    "type null beside %s is read as nullable, with a warning",
    (key) => {
      expect(buildOne({ type: "null", [key]: [toKid] }, others)).toEqual({
        type: { kind: "nullable", type: kid },
        reports: [`schema/contradiction ${pointer}/type`],
      });
    },
  );

  test("type null beside what allows it is null", () => {
    expect(typeOf({ type: "null", ...toMaybe }, others)).toMatchObject({
      kind: "intersection",
      members: [refTo("maybe"), { kind: "null" }],
    });
  });
});

test.each([
  { allOf: [{ type: "string" }, { type: "integer" }] },
  { allOf: [toKid, { type: "string" }] },
  { type: "array", ...toKid },
  { type: "string", allOf: [{ enum: [1, 2] }] },
])("%j has no valid value, with a warning", (schema) => {
  expect(buildOne(schema, others)).toEqual({
    type: { kind: "noValue" },
    reports: [`schema/contradiction ${pointer}`],
  });
});

test("a base that refers back to its variants ends", () => {
  const schemas = {
    base: { ...object, oneOf: [{ $ref: "#/components/schemas/variant" }] },
    variant: { allOf: [{ $ref: "#/components/schemas/base" }, object] },
  };
  const schema = { $ref: "#/components/schemas/variant", ...object };
  expect(typeOf(schema, schemas)).toEqual(refTo("variant"));
});
