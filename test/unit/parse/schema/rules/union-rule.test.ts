import { expect, test } from "vitest";
import { anyOf, anything, enumOf, integer, text } from "../../../ir/models.js";
import { typeOf } from "../build-one.js";

const string = { type: "string" };
const number = { type: "integer" };

test("anyOf is a union; oneOf is one whose members exclude each other", () => {
  expect(typeOf({ anyOf: [string, number] })).toEqual(anyOf(text, integer));
  expect(typeOf({ oneOf: [string, number] })).toEqual({
    ...anyOf(text, integer),
    exclusive: true,
  });
});

test("null occurs once, and a single branch is not a union", () => {
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
