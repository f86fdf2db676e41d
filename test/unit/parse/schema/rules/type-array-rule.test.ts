import { expect, test } from "vitest";
import { anyOf, integer, text } from "../../../ir/models.js";
import { typeOf } from "../build-one.js";

test("a list of types is a union, each with its own keywords", () => {
  const schema = { type: ["string", "integer", "null"], maxLength: 3 };
  expect(typeOf(schema)).toEqual({
    kind: "nullable",
    type: anyOf({ ...text, constraints: { maxLength: 3 } }, integer),
  });
});
