import { expect, test } from "vitest";
import type { Field, TypeExpr } from "../../../src/ir/type-expr.js";
import { checkContradictions } from "../../../src/passes/check-contradictions.js";
import {
  aliasModel,
  allOf,
  anything,
  createReports,
  enumOf,
  field,
  inlineObject,
  integer,
  literal,
  modelSet,
  objectModel,
  refTo,
  text,
} from "../ir/models.js";

/** The reports of `{allOf: [base, {properties: {a: type}}]}`. */
function reportsOf(base: Field, own: Field): readonly string[] {
  const set = modelSet({
    models: [
      objectModel("base", [base]),
      aliasModel("middle", allOf(refTo("base"), refTo("base"))),
      aliasModel("it", allOf(refTo("middle"), inlineObject([own]))),
      aliasModel("either", enumOf(["x", 1])),
      aliasModel("other", refTo("base")),
    ],
  });
  const { reports, report } = createReports();
  expect(checkContradictions(set, report)).toBe(set);
  return reports;
}

const of = (type: TypeExpr, more: Partial<Field> = {}) =>
  field("a", type, more);
const nullable = { nullable: true };

test.each([
  ["a string and an integer", of(text), of(integer)],
  ["two constants", of(literal("x")), of(literal("y"))],
  ["a constant and other values", of(literal("x")), of(enumOf(["y", "z"]))],
  ["an object and a string", of(refTo("other")), of(text)],
  ["values by reference", of(refTo("either")), of({ kind: "boolean" })],
])("%s have no value in common", (_what, base, own) => {
  expect(reportsOf(base, own)).toEqual(["schema/contradiction #/a"]);
});

test.each([
  ["the same type", of(text), of(text)],
  ["any value", of(anything), of(integer)],
  ["a number and an integer", of({ ...integer, integer: false }), of(integer)],
  ["a string and one of its values", of(text), of(literal("x"))],
  ["values in common", of(enumOf(["x", "y"])), of(enumOf(["y", "z"]))],
  ["null, if both allow it", of(text, nullable), of(integer, nullable)],
  ["what is forbidden on purpose", of(text), of({ kind: "noValue" })],
])("%s is not a contradiction", (_what, base, own) => {
  expect(reportsOf(base, own)).toEqual([]);
});
