import { describe, expect, test } from "vitest";
import { buildOne, pointer, typeOf } from "../build-one.js";

test.each([
  [{ type: "string" }, { kind: "string", format: null }],
  [
    { type: "string", format: "uuid" },
    { kind: "string", format: "uuid" },
  ],
  [{ type: "integer" }, { kind: "number", integer: true, format: null }],
  [
    { type: "number", format: "double" },
    { kind: "number", integer: false, format: "double" },
  ],
  [{ type: "boolean" }, { kind: "boolean" }],
  [{ type: "null" }, { kind: "null" }],
])("%j", (schema, type) => {
  expect(typeOf(schema)).toEqual(type);
});

describe("constraints", () => {
  test("of strings and of numbers", () => {
    const length = { minLength: 1, maxLength: 3, pattern: "^a" };
    expect(typeOf({ type: "string", ...length })).toMatchObject({
      constraints: length,
    });
    const range = { minimum: 0, exclusiveMaximum: 10, multipleOf: 2 };
    expect(typeOf({ type: "integer", ...range })).toMatchObject({
      constraints: range,
    });
  });

  test("in OpenAPI 3.0 `exclusiveMinimum: true` makes the minimum exclusive", () => {
    expect(
      typeOf({ type: "number", minimum: 5, exclusiveMinimum: true }),
    ).toMatchObject({ constraints: { exclusiveMinimum: 5 } });
  });

  test("of another type mean nothing", () => {
    expect(typeOf({ type: "boolean", minLength: 1 })).toEqual({
      kind: "boolean",
    });
  });
});

test("an unknown type is any value, and is reported", () => {
  expect(buildOne({ type: "text" })).toEqual({
    type: { kind: "anyValue" },
    reports: [`schema/unknown-type ${pointer}/type`],
  });
});

test("no type at all is any value", () => {
  expect(typeOf({ description: "Anything." })).toEqual({ kind: "anyValue" });
});
