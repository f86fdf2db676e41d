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

test("null among the values is not a value of the enum", () => {
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

test("a type that all values have changes nothing", () => {
  const schema = { type: ["string", "null"], enum: ["a", "b", null] };
  expect(typeOf(schema)).toEqual({
    kind: "nullable",
    type: enumOf(["a", "b"]),
  });
});

// `type` and `enum` are asserted together:
// https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1
test.each([
  ["string", [1, 2, 1.1], enumOf(["1", "2", "1.1"])],
  ["string", [true, false], enumOf(["true", "false"])],
  ["string", ["a", "b", null], enumOf(["a", "b"])],
  ["integer", ["1", "2"], enumOf([1, 2])],
  ["integer", [1, 2, 1.5], enumOf([1, 2])],
  ["number", ["1.5", "many"], literal(1.5)],
  ["boolean", ["true", "false"], { kind: "boolean" }],
  [["integer", "string"], [1, "a", true], enumOf([1, "a", "true"])],
])("type %j beside enum %j", (type, values, expected) => {
  const { type: built, reports } = buildOne({ type, enum: values });
  expect(built).toEqual(expected);
  expect(reports).toEqual([`schema/wrong-enum-value ${pointer}/enum`]);
});

test.each([
  [{ type: "integer", enum: ["a", "b"] }, "enum"],
  [{ type: "string", const: null }, "const"],
  [{ type: "array", items: { type: "string" }, enum: ["a"] }, "enum"],
])("%j has no valid value", (schema, keyword) => {
  const { type, reports } = buildOne(schema);
  expect(type).toEqual({ kind: "noValue" });
  expect(reports).toEqual([`schema/contradiction ${pointer}/${keyword}`]);
});

test("const and enum are asserted together", () => {
  expect(typeOf({ const: "a", enum: ["a", "b"] })).toEqual(literal("a"));
  const { type, reports } = buildOne({ const: "c", enum: ["a", "b"] });
  expect(type).toEqual({ kind: "noValue" });
  expect(reports).toEqual([`schema/contradiction ${pointer}/const`]);
});

test("null that the values lack is reported, and `nullable` adds it", () => {
  const { type, reports } = buildOne({ type: ["string", "null"], enum: ["a"] });
  expect(type).toEqual(literal("a"));
  expect(reports).toEqual([`schema/unreachable-null ${pointer}/type`]);
  const nullable = { type: "string", nullable: true, enum: ["a", null] };
  expect(typeOf(nullable)).toEqual({ kind: "nullable", type: literal("a") });
});

test("names and descriptions stay with the values that they are listed for", () => {
  const schema = {
    ...{ type: "string", enum: [1, null, 2] },
    "x-enum-varnames": ["One", "None", "Two"],
  };
  expect(buildOne(schema).type).toMatchObject({
    values: ["1", "2"],
    notes: [{ name: "One" }, { name: "Two" }],
  });
});
