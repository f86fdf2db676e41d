import { expect, test } from "vitest";
import type { Model } from "../../../src/ir/model.js";
import { planValues } from "../../../src/samples/plan-values.js";
import {
  aliasModel,
  arrayOf,
  createReports,
  enumOf,
  field,
  integer,
  modelSet,
  objectModel,
  refTo,
  required,
  text,
} from "../ir/models.js";

function plan(...models: Model[]) {
  const { reports, report } = createReports();
  return { plans: planValues(modelSet({ models }), report), reports };
}

test("what is required is always there; an id is counted", () => {
  const pet = objectModel("pet", [
    required("count", integer),
    required("id"),
    required("kind", enumOf(["cat", "dog"])),
    field("nick"),
    required("tags", arrayOf(text)),
  ]);
  const { plans, reports } = plan(pet);
  expect(plans.get("pet")).toEqual({
    kind: "object",
    always: [
      { name: "id", plan: { kind: "id", prefix: "pet", form: "text" } },
      { name: "count", plan: { kind: "constant", value: 0 } },
      { name: "kind", plan: { kind: "constant", value: "cat" } },
      { name: "tags", plan: { kind: "constant", value: [] } },
    ],
    sometimes: [],
  });
  expect(reports).toEqual([]);
});

test("another model is made by its own plan", () => {
  const { plans } = plan(
    objectModel("owner", [required("name")]),
    objectModel("pet", [required("of", refTo("owner"))]),
  );
  expect(plans.get("pet")).toMatchObject({
    always: [{ name: "of", plan: { kind: "make", model: "owner" } }],
  });
});

test("a model that requires itself has no value, which is reported", () => {
  const { plans, reports } = plan(
    objectModel("snake", [required("tail", refTo("snake"))]),
  );
  expect(plans.has("snake")).toBe(false);
  expect(reports).toEqual(["factory/endless #/components/schemas/snake"]);
});

test("a model that may hold itself ends", () => {
  const { plans, reports } = plan(
    objectModel("tree", [
      field("left", refTo("tree")),
      required("size", integer),
    ]),
    aliasModel("trees", arrayOf(refTo("tree"))),
  );
  expect([...plans.keys()]).toEqual(["tree", "trees"]);
  expect(reports).toEqual([]);
});

test("constraints that exclude each other are reported", () => {
  const impossible = { ...text, constraints: { minLength: 2, maxLength: 1 } };
  const { reports } = plan(objectModel("pet", [required("a", impossible)]));
  expect(reports).toEqual(["factory/rough-value #/components/schemas/pet"]);
});
