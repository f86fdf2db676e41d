// Rules that combine schemas: `allOf`, `anyOf`, `oneOf`, lists of types, and keywords
// beside these.

import { describe, expect, test } from "vitest";
import { generalRules } from "../../../../src/parse/schema/general-rules.js";
import {
  allOf,
  anyOf,
  anything,
  enumOf,
  integer,
  refTo,
  text,
} from "../../ir/models.js";
import { typeOf } from "./build-one.js";

const string = { type: "string" };
const number = { type: "integer" };
const toPet = { $ref: "#/components/schemas/pet" };
const others = { pet: { properties: { name: string } } };

test("each rule has a summary", () => {
  const said = generalRules.map(({ summary }) => summary);
  expect(new Set(said).size).toBe(said.length);
  for (const one of said) expect(one).toContain("→");
});

describe("unions", () => {
  test("anyOf is a union; oneOf is one whose members exclude each other", () => {
    expect(typeOf({ anyOf: [string, number] })).toEqual(anyOf(text, integer));
    expect(typeOf({ oneOf: [string, number] })).toEqual({
      ...anyOf(text, integer),
      exclusive: true,
    });
  });

  test("null is said once, and one branch is no union", () => {
    const schema = { anyOf: [string, { type: "null" }], nullable: true };
    expect(typeOf(schema)).toEqual({ kind: "nullable", type: text });
    expect(typeOf({ anyOf: [string] })).toEqual(text);
    expect(typeOf({ anyOf: [string, string] })).toEqual(text);
  });

  test("any value swallows the others", () => {
    expect(typeOf({ anyOf: [string, {}] })).toEqual(anything);
  });

  test("constants are the values of an enum, with their descriptions", () => {
    const schema = { oneOf: [{ const: "a", title: "A." }, { const: "b" }] };
    expect(typeOf(schema)).toEqual(
      enumOf(["a", "b"], {
        notes: [
          { name: null, description: "A." },
          { name: null, description: null },
        ],
      }),
    );
  });

  test("a list of types is a union, each with its own keywords", () => {
    const schema = { type: ["string", "integer", "null"], maxLength: 3 };
    expect(typeOf(schema)).toEqual({
      kind: "nullable",
      type: anyOf({ ...text, constraints: { maxLength: 3 } }, integer),
    });
  });
});

describe("intersections", () => {
  test("allOf has all of its branches; objects that share no property are one", () => {
    const schema = {
      allOf: [
        toPet,
        { properties: { a: string } },
        { properties: { b: string } },
      ],
    };
    expect(typeOf(schema, others)).toMatchObject({
      kind: "intersection",
      members: [refTo("pet"), { fields: [{ name: "a" }, { name: "b" }] }],
    });
  });

  test("keywords beside a combiner count as well", () => {
    const schema = { ...toPet, properties: { a: string } };
    expect(typeOf(schema, others)).toMatchObject(
      allOf(refTo("pet"), typeOf({ properties: { a: string } })),
    );
  });

  test("`required` beside a reference is about the properties of that model", () => {
    const named = {
      ...{ kind: "withRequired", type: refTo("pet"), names: ["name"] },
    };
    const required = ["name"];
    expect(typeOf({ allOf: [toPet, { required }] }, others)).toEqual(named);
    expect(typeOf({ ...toPet, required }, others)).toEqual(named);
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
});

test("`true` is any value, `false` is none", () => {
  expect(typeOf(true)).toEqual(anything);
  expect(typeOf(false)).toEqual({ kind: "noValue" });
});
