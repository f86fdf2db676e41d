import { expect, test } from "vitest";
import { allOf, refTo, text } from "../../../ir/models.js";
import { typeOf } from "../build-one.js";

const string = { type: "string" };
const toPet = { $ref: "#/components/schemas/pet" };
const others = { pet: { properties: { name: { type: "string" } } } };

test("keywords beside a combiner count as well", () => {
  const schema = { ...toPet, properties: { a: string } };
  expect(typeOf(schema, others)).toMatchObject(
    allOf(refTo("pet"), typeOf({ properties: { a: string } })),
  );
});

test("`required` beside a reference is a part of its own", () => {
  const required = ["name"];
  const named = {
    kind: "intersection",
    members: [refTo("pet"), { fields: [{ name: "name", required: true }] }],
  };
  expect(typeOf({ allOf: [toPet, { required }] }, others)).toMatchObject(named);
  expect(typeOf({ ...toPet, required }, others)).toMatchObject(named);
});

test("`unevaluatedProperties: false` closes what the parts list", () => {
  const schema = { allOf: [toPet], unevaluatedProperties: false };
  expect(typeOf(schema, others)).toEqual({
    ...refTo("pet"),
    constraints: { closed: true },
  });
});

test("branches without a type leave the schema's own", () => {
  const schema = { type: "string", allOf: [{ description: "Any." }] };
  expect(typeOf(schema)).toEqual(text);
});
