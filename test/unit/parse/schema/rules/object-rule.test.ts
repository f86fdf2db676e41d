import { describe, expect, test } from "vitest";
import { anyOf, anything, enumOf, integer, text } from "../../../ir/models.js";
import { buildOne, pointer, typeOf } from "../build-one.js";

const string = { type: "string" };

describe("properties", () => {
  test("`required` and `nullable` are two facts, and the type is without null", () => {
    const schema = {
      properties: { a: { type: ["string", "null"] }, b: string },
      required: ["a"],
    };
    expect(typeOf(schema)).toMatchObject({
      kind: "object",
      pointer,
      fields: [
        { name: "a", required: true, nullable: true, type: text },
        { name: "b", required: false, nullable: false, type: text },
      ],
      additional: null,
    });
  });

  test("annotations", () => {
    const a = {
      ...{ ...string, description: "It.", deprecated: true, default: "x" },
      ...{ readOnly: true, writeOnly: false },
    };
    expect(typeOf({ properties: { a } })).toMatchObject({
      fields: [
        {
          pointer: `${pointer}/properties/a`,
          description: "It.",
          deprecated: true,
          default: '"x"',
          readOnly: true,
          writeOnly: false,
        },
      ],
    });
  });

  test("one that is required and not declared is any value", () => {
    expect(
      typeOf({ properties: { a: string }, required: ["b"] }),
    ).toMatchObject({
      fields: [
        { name: "a", required: false },
        { name: "b", required: true, type: anything },
      ],
    });
  });

  test("of a type that is not an object are reported", () => {
    expect(buildOne({ type: "object", properties: [] })).toEqual({
      type: { kind: "unknownObject" },
      reports: [`schema/wrong-value ${pointer}/properties`],
    });
  });
});

describe("other keys", () => {
  const map = { kind: "map", keys: null };
  const type = "object";

  test.each([
    [{ type }, { kind: "unknownObject" }],
    [{ type, properties: {} }, { kind: "emptyObject" }],
    [{ type, additionalProperties: true }, { kind: "unknownObject" }],
    [
      { type, additionalProperties: false },
      { kind: "emptyObject", constraints: { closed: true } },
    ],
    [{ additionalProperties: string }, { ...map, values: text }],
    [{ patternProperties: { "^x": string } }, { ...map, values: text }],
    [
      {
        patternProperties: { "^x": string },
        additionalProperties: { type: "integer" },
      },
      { ...map, values: anyOf(integer, text) },
    ],
    [
      {
        additionalProperties: string,
        propertyNames: { enum: ["a", "b"] },
      },
      { ...map, keys: enumOf(["a", "b"]), values: text },
    ],
  ])("%j", (schema, expected) => {
    expect(typeOf(schema)).toEqual(expected);
  });

  test("beside properties", () => {
    const properties = { a: string };
    expect(
      typeOf({ properties, additionalProperties: { type: "integer" } }),
    ).toMatchObject({ kind: "object", additional: integer });
    const closed = typeOf({ properties, additionalProperties: false });
    expect(closed).toMatchObject({
      ...{ additional: null, constraints: { closed: true } },
    });
  });
});
