import { expect, test } from "vitest";
import type { TypeExpr } from "../../../src/ir/type-expr.js";
import { mergeObjects } from "../../../src/passes/merge-objects.js";
import {
  aliasModel,
  allOf,
  anything,
  createReports,
  field,
  inlineObject,
  integer,
  modelOf,
  modelSet,
  objectModel,
  refTo,
  text,
  typesOf,
} from "../ir/models.js";

function merge(type: TypeExpr) {
  const { reports, report } = createReports();
  const set = modelSet({
    models: [objectModel("pet", [field("name")]), aliasModel("cat", type)],
  });
  return { set: mergeObjects(set, report), reports };
}

test("an intersection of objects is one object with the fields of all", () => {
  const own = inlineObject([field("claws", integer)]);
  const { set, reports } = merge(allOf(refTo("pet"), own));
  expect(modelOf(set, "cat").kind).toBe("object");
  expect(typesOf(set, "cat")).toEqual({ name: text, claws: integer });
  expect(typesOf(set, "pet")).toEqual({ name: text });
  expect(reports).toEqual([]);
});

test("`required` beside a reference makes the property required", () => {
  const { set } = merge({
    ...{ kind: "withRequired", type: refTo("pet"), names: ["name"] },
  });
  expect(modelOf(set, "cat")).toMatchObject({
    fields: [{ name: "name", required: true }],
  });
});

test("what is not an object cannot be merged, which is an error", () => {
  const { set, reports } = merge(allOf(refTo("pet"), text));
  expect(modelOf(set, "cat")).toMatchObject({ type: anything });
  expect(reports).toEqual(["type/inexpressible #/components/schemas/cat"]);
});
