import { expect, test } from "vitest";
import { anything, refTo } from "../../../ir/models.js";
import { buildOne, pointer, typeOf } from "../build-one.js";

const others = { pet: { type: "string" }, "a/b": true };

test.each(["$ref", "$dynamicRef"])("%s leads to a model", (key) => {
  const schema = { [key]: "#/components/schemas/pet" };
  expect(typeOf(schema, others)).toEqual(refTo("pet"));
});

test("a name is escaped as in any JSON pointer", () => {
  const schema = { $ref: "#/components/schemas/a~1b" };
  expect(typeOf(schema, others)).toEqual(refTo("a/b"));
});

test("`nullable` beside it counts", () => {
  const schema = { $ref: "#/components/schemas/pet", nullable: true };
  expect(typeOf(schema, others)).toEqual({
    ...{ kind: "nullable", type: refTo("pet") },
  });
});

test.each(["#/components/schemas/pett", 5])("%j leads nowhere", ($ref) => {
  expect(buildOne({ $ref }, others)).toEqual({
    type: anything,
    reports: [`ref/not-found ${pointer}/$ref`],
  });
});
