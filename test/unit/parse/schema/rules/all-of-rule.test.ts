import { expect, test } from "vitest";
import { refTo } from "../../../ir/models.js";
import { typeOf } from "../build-one.js";

const string = { type: "string" };
const toPet = { $ref: "#/components/schemas/pet" };
const others = { pet: { properties: { name: { type: "string" } } } };

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
