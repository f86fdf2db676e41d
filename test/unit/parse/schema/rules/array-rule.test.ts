import { expect, test } from "vitest";
import { anything, arrayOf, integer, text } from "../../../ir/models.js";
import { typeOf } from "../build-one.js";

const string = { type: "string" };

test("`items` is the type of each item", () => {
  expect(typeOf({ type: "array", items: string })).toEqual(arrayOf(text));
  expect(typeOf({ items: string })).toEqual(arrayOf(text)); // without a type
  expect(typeOf({ type: "array" })).toEqual(arrayOf(anything));
});

test("`prefixItems` is a tuple, and `items` what follows it", () => {
  const prefixItems = [string, { type: "integer" }];
  const tuple = { kind: "tuple", items: [text, integer] };
  expect(typeOf({ prefixItems })).toEqual({ ...tuple, rest: anything });
  expect(typeOf({ prefixItems, items: string })).toEqual({
    ...tuple,
    rest: text,
  });
  expect(typeOf({ prefixItems, items: false })).toEqual({
    ...tuple,
    rest: null,
  });
});

test.each([
  [{ minItems: 2, maxItems: 2 }, { rest: null }],
  [{ maxItems: 2 }, { rest: null }],
  [{ minItems: 2 }, { rest: anything }],
  [{ maxItems: 3 }, { rest: anything, constraints: { maxItems: 3 } }],
  [{ minItems: 3 }, { rest: anything, constraints: { minItems: 3 } }],
  [{ maxItems: 1 }, { items: [text], rest: null }],
  [{ maxItems: 2, items: string }, { rest: null }],
  [
    { items: false, minItems: 3 },
    { rest: null, constraints: { minItems: 3 } },
  ],
])("%j decides the length of a tuple", (counts, expected) => {
  const prefixItems = [string, { type: "integer" }];
  const tuple = { kind: "tuple", items: [text, integer] };
  expect(typeOf({ type: "array", prefixItems, ...counts })).toEqual({
    ...tuple,
    ...expected,
  });
});

test("drafts before 2020-12 have a list under `items`, and `additionalItems`", () => {
  expect(typeOf({ items: [string], additionalItems: false })).toEqual({
    ...{ kind: "tuple", items: [text], rest: null },
  });
});

test("constraints", () => {
  const constraints = { minItems: 1, maxItems: 2, uniqueItems: true };
  expect(typeOf({ type: "array", items: string, ...constraints })).toEqual({
    ...arrayOf(text),
    constraints,
  });
  expect(typeOf({ items: string, uniqueItems: false, minItems: -1 })).toEqual(
    arrayOf(text),
  );
});
