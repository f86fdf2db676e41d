import { expect, test } from "vitest";
import { intersectScalars } from "../../../../src/ir/query/intersect-scalars.js";
import {
  aliasModel,
  enumOf,
  integer,
  literal,
  objectModel,
  refTo,
  text,
} from "../models.js";

const kinds = enumOf(["user", "role", "team"]);
const models = new Map(
  [aliasModel("kinds", kinds), objectModel("pet", [])].map((model) => [
    model.name,
    model,
  ]),
);
const number = { ...integer, integer: false };

test.each([
  [[refTo("kinds"), literal("role")], literal("role")],
  [[refTo("kinds"), enumOf(["team", "user", "x"])], enumOf(["user", "team"])],
  [[text, refTo("kinds")], kinds],
  [[enumOf([1, 1.5]), integer], literal(1)],
  [[number, integer], integer],
  [[text, { ...text, format: "date" }], { ...text, format: "date" }],
  [[{ kind: "boolean" } as const, literal(true)], literal(true)],
  [[refTo("kinds"), literal("x")], { kind: "noValue" }],
  [[text, integer], { kind: "noValue" }],
  [[text, integer, text], { kind: "noValue" }],
  [[refTo("pet"), text], null],
  [[refTo("missing"), text], null],
])("%j → %j", (members, expected) => {
  expect(intersectScalars(members, models)).toEqual(expected);
});
