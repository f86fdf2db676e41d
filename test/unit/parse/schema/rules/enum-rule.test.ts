import { expect, test } from "vitest";
import { anyOf, enumOf, literal } from "../../../ir/models.js";
import { buildOne, pointer, typeOf } from "../build-one.js";

test.each([
  [{ const: "a" }, literal("a")],
  [{ enum: ["a"] }, literal("a")],
  [{ enum: ["a", "b"] }, enumOf(["a", "b"])],
  [{ type: "string", enum: ["b", "a"] }, enumOf(["b", "a"])],
  [{ enum: [1, "a", true] }, enumOf([1, "a", true])],
  [{ enum: [true, false] }, { kind: "boolean" }],
  [{ const: null }, { kind: "null" }],
  [{ enum: [] }, { kind: "noValue" }],
])("%j", (schema, type) => {
  expect(typeOf(schema)).toEqual(type);
});

test("null among the values is no value of the enum", () => {
  expect(typeOf({ enum: ["a", null, "b"] })).toEqual({
    ...{ kind: "nullable", type: enumOf(["a", "b"]) },
  });
});

test("an object or an array has no literal type: only its kind is known", () => {
  expect(typeOf({ enum: ["a", {}] })).toEqual(
    anyOf(literal("a"), { kind: "unknownObject" }),
  );
});

test("a format counts where all values are integers", () => {
  expect(typeOf({ enum: [1, 2], format: "int64" })).toMatchObject({
    format: "int64",
  });
  expect(typeOf({ enum: ["a", "b"], format: "x" })).toEqual(enumOf(["a", "b"]));
});

test("a value that is listed twice is reported", () => {
  expect(buildOne({ enum: ["a", "b", "a"] })).toEqual({
    type: enumOf(["a", "b"]),
    reports: [`schema/duplicate-value ${pointer}/enum`],
  });
});

test("names and descriptions of values", () => {
  const notes = [
    { name: "Low", description: null },
    { name: "High", description: "Much." },
  ];
  const listed = {
    "x-enum-varnames": ["Low", "High"],
    "x-enum-descriptions": { 2: "Much." },
  };
  expect(typeOf({ enum: [1, 2], ...listed })).toEqual(
    enumOf([1, 2], { notes }),
  );
});

test("a type beside the values changes nothing", () => {
  expect(typeOf({ type: ["string", "null"], enum: ["a", "b"] })).toEqual(
    enumOf(["a", "b"]),
  );
});
