import { expect, test } from "vitest";
import type { TypeExpr } from "../../../src/ir/type-expr.js";
import { dedupeShapes } from "../../../src/passes/dedupe-shapes.js";
import {
  aliasModel,
  enumOf,
  field,
  inlineObject,
  integer,
  modelSet,
  objectModel,
  text,
  typesOf,
} from "../ir/models.js";

const models = (a: TypeExpr, b: TypeExpr) =>
  dedupeShapes(
    modelSet({
      models: [
        objectModel("letter", [field("to", a)]),
        objectModel("parcel", [field("to", b)]),
      ],
    }),
  );

test("a shape that occurs twice becomes one model, named after the first location", () => {
  const address = inlineObject([field("street")]);
  const set = models(address, inlineObject([field("street")]));
  expect(set.models).toHaveLength(3);
  const shared = set.models.find(({ origin }) => origin.kind === "shared");
  expect(shared).toMatchObject({
    ...{ kind: "object", label: "letter_to", fields: [{ name: "street" }] },
  });
  const reference = { kind: "reference", model: shared?.name };
  expect(typesOf(set, "letter")).toEqual({ to: reference });
  expect(typesOf(set, "parcel")).toEqual({ to: reference });
});

test("so is an enum", () => {
  const set = models(enumOf(["a", "b"]), enumOf(["a", "b"]));
  expect(set.models[2]).toMatchObject({
    ...{ kind: "alias", type: enumOf(["a", "b"]), label: "letter_to" },
  });
});

test.each([
  ["other values", enumOf(["a", "b"]), enumOf(["a", "c"])],
  ["other openness", enumOf(["a"]), enumOf(["a"], { open: true })],
  [
    "other types",
    inlineObject([field("a", text)]),
    inlineObject([field("a", integer)]),
  ],
  ["scalars", text, text],
])("nothing is shared: %s", (_why, a, b) => {
  expect(models(a, b).models).toHaveLength(2);
});

test("a difference in constraints only leaves them out", () => {
  const named = (maxLength: number) =>
    inlineObject([field("name", { ...text, constraints: { maxLength } })]);
  expect(models(named(3), named(5)).models[2]).toMatchObject({
    fields: [{ type: text }],
  });
  expect(models(named(3), named(3)).models[2]).toMatchObject({
    fields: [{ type: { constraints: { maxLength: 3 } } }],
  });
});

test("a schema that is an enum has a name already", () => {
  const set = modelSet({
    models: [aliasModel("a", enumOf(["x"])), aliasModel("b", enumOf(["x"]))],
  });
  expect(dedupeShapes(set)).toEqual(set);
});
