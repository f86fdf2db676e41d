import { expect, test } from "vitest";
import type { Discriminator } from "../../../src/ir/discriminator.js";
import { applyDiscriminators } from "../../../src/passes/apply-discriminators.js";
import {
  aliasModel,
  allOf,
  enumOf,
  field,
  inlineObject,
  literal,
  modelOf,
  modelSet,
  objectModel,
  refTo,
  required,
  typesOf,
} from "../ir/models.js";

const kind = (more: Partial<Discriminator>): Discriminator => ({
  property: "kind",
  branches: ["cat", "dog"],
  parent: null,
  mapping: [],
  fallback: null,
  pointer: "#/components/schemas/pet/discriminator",
  ...more,
});

function apply(
  models: Parameters<typeof applyDiscriminators>[0],
  discriminator: Discriminator,
) {
  const refined = applyDiscriminators(models, [discriminator], () => {
    throw new Error("these are few");
  });
  return modelSet({ models: refined });
}

const cat = objectModel("cat", [required("kind")]);
const dog = objectModel("dog", [required("kind")]);

test("a model is known by its name where no value is mapped to it", () => {
  const set = apply([cat, dog], kind({}));
  expect(typesOf(set, "cat")).toEqual({ kind: literal("cat") });
  expect(typesOf(set, "dog")).toEqual({ kind: literal("dog") });
});

test("mapped values take the place of the name; several are an enum, in byte order", () => {
  const mapping = [
    { value: "tom", model: "cat" },
    { value: "kitty", model: "cat" },
  ];
  const set = apply([cat, dog], kind({ mapping }));
  expect(typesOf(set, "cat")).toEqual({ kind: enumOf(["kitty", "tom"]) });
  expect(typesOf(set, "dog")).toEqual({ kind: literal("dog") });
});

test("the fallback stays open, as it has all values that are not listed", () => {
  const set = apply([cat, dog], kind({ fallback: "dog" }));
  expect(typesOf(set, "dog")).toEqual(
    typesOf(modelSet({ models: [dog] }), "dog"),
  );
});

test("a property that is not declared is added, required", () => {
  const bare = objectModel("cat", []);
  expect(modelOf(apply([bare, dog], kind({})), "cat")).toMatchObject({
    fields: [{ name: "kind", required: true, type: literal("cat") }],
  });
});

test("a declaration that has no such value stays as it is", () => {
  const odd = objectModel("cat", [required("kind", enumOf(["lion", "tiger"]))]);
  const set = apply([odd, dog], kind({}));
  expect(typesOf(set, "cat")).toEqual({ kind: enumOf(["lion", "tiger"]) });
});

test("in a parent, all that extend it are known by their names", () => {
  const parent = objectModel("pet", [required("kind")]);
  const heir = aliasModel(
    "cat",
    allOf(refTo("pet"), inlineObject([field("claws")])),
  );
  const set = apply([parent, heir], kind({ branches: null, parent: "pet" }));
  expect(modelOf(set, "cat")).toMatchObject({
    type: {
      members: [
        refTo("pet"),
        { fields: [{ name: "claws" }, { name: "kind", type: literal("cat") }] },
      ],
    },
  });
});
