import { expect, test } from "vitest";
import type { Discriminator } from "../../../src/ir/discriminator.js";
import type { Model } from "../../../src/ir/model.js";
import { declareVariants } from "../../../src/passes/declare-variants.js";
import {
  aliasModel,
  allOf,
  anyOf,
  field,
  inlineObject,
  literal,
  modelOf,
  modelSet,
  objectModel,
  refTo,
  required,
} from "../ir/models.js";

const mapped = (...values: readonly string[]) =>
  values.map((value) => ({ value, model: value }));

const ofPet: Discriminator = {
  property: "kind",
  branches: null,
  parent: "pet",
  mapping: mapped("cat", "dog"),
  fallback: null,
  pointer: "#/components/schemas/pet/discriminator",
};

const pet = objectModel("pet", [required("kind")]);
const child = (name: string, parent: string) =>
  aliasModel(name, allOf(refTo(parent), inlineObject([field(`of ${name}`)])));
const cat = child("cat", "pet");
const dog = child("dog", "pet");

function declare(models: readonly Model[], ...all: readonly Discriminator[]) {
  return declareVariants(modelSet({ models, discriminators: all }));
}

const own = (model: string) =>
  allOf(refTo(model), inlineObject([required("kind", literal(model))]));

test("a base with a mapping has a union of all that extend it", () => {
  const set = declare([pet, cat, dog], ofPet);
  expect(modelOf(set, "pet (any)")).toMatchObject({
    label: "any_pet",
    origin: { kind: "variants", of: "pet" },
    type: anyOf(refTo("cat"), refTo("dog")),
  });
  expect(modelOf(set, "pet")).toEqual(pet);
});

test("a model that the mapping names is a variant, whether or not it extends", () => {
  const fish = objectModel("fish", [required("kind")]);
  const set = declare([pet, cat, fish], {
    ...ofPet,
    mapping: mapped("cat", "fish"),
  });
  expect(modelOf(set, "pet (any)")).toMatchObject({
    type: anyOf(refTo("cat"), refTo("fish")),
  });
});

test("a base, or a model that others extend, is a variant with its own value", () => {
  const lion = child("lion", "cat");
  const discriminator = { ...ofPet, mapping: mapped("pet", "cat", "lion") };
  const set = declare([pet, cat, lion], discriminator);
  const { type } = modelOf(set, "pet (any)") as { readonly type?: unknown }; // an alias
  const [ofCat, ofPets] = [own("cat"), own("pet")].map((one) => ({
    ...one,
    members: [
      ...("members" in one ? one.members.slice(0, 1) : []),
      { fields: [{ name: "kind" }] },
    ],
  }));
  expect(type).toMatchObject({ members: [ofCat, refTo("lion"), ofPets] });
});

test("in a union of the document as well, so that a value has one member", () => {
  const lion = child("lion", "cat");
  const either = aliasModel("either", {
    ...{ kind: "union", members: [refTo("cat"), refTo("lion")] },
    exclusive: true,
  });
  const set = declare([pet, cat, lion, either], ofPet);
  expect(modelOf(set, "either")).toMatchObject({
    type: {
      exclusive: true,
      members: [
        {
          members: [
            refTo("cat"),
            { fields: [{ name: "kind", type: literal("cat") }] },
          ],
        },
        refTo("lion"),
      ],
    },
  });
});

test.each([
  ["without a mapping", [pet, cat], { ...ofPet, mapping: [] }],
  ["that nothing extends", [pet], { ...ofPet, mapping: [] }],
  ["of a union", [pet, cat], { ...ofPet, branches: ["cat"] }],
  [
    "whose union has the name of a schema",
    [pet, cat, objectModel("AnyPet", [])],
    ofPet,
  ],
] as const)("none of a base %s", (_what, models, discriminator) => {
  const set = declare(models, discriminator);
  expect(set.models.map(({ name }) => name)).toEqual(
    models.map(({ name }) => name),
  );
});
