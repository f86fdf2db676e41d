import { expect, test } from "vitest";
import type { Discriminator } from "../../../src/ir/discriminator.js";
import { applyDiscriminators } from "../../../src/passes/apply-discriminators.js";
import {
  aliasModel,
  allOf,
  anyOf,
  enumOf,
  field,
  inlineObject,
  integer,
  literal,
  modelOf,
  modelSet,
  objectModel,
  refTo,
  required,
  text,
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

// A mapping has texts as keys, whatever the type of the property:
// https://spec.openapis.org/oas/v3.1.1#discriminator-object
test.each([
  ["1", integer, literal(1)],
  ["1.5", { ...integer, integer: false }, literal(1.5)],
  ["true", { kind: "boolean" } as const, literal(true)],
  ["1", enumOf([1, 2]), literal(1)],
  ["1", enumOf(["1", "2"]), literal("1")],
  ["1", text, literal("1")],
  ["01", integer, integer],
  ["1.5", integer, integer],
  ["yes", { kind: "boolean" } as const, { kind: "boolean" }],
])("a mapped %j of %j is %j", (value, type, expected) => {
  const member = objectModel("cat", [required("kind", type)]);
  const mapping = [{ value, model: "cat" }];
  const set = apply([member], kind({ branches: ["cat"], mapping }));
  expect(typesOf(set, "cat")).toEqual({ kind: expected });
});

test("an object without properties gets one, and stays open", () => {
  const open = aliasModel("cat", { kind: "unknownObject" });
  const closed = aliasModel("dog", {
    kind: "emptyObject",
    constraints: { closed: true },
  });
  const set = apply([open, closed], kind({}));
  expect(modelOf(set, "cat")).toMatchObject({
    kind: "object",
    fields: [{ name: "kind", type: literal("cat") }],
    additional: { kind: "anyValue" },
  });
  expect(modelOf(set, "dog")).toEqual(closed);
});

test("members of a union within the union are known as well", () => {
  const either = aliasModel("either", anyOf(refTo("cat"), refTo("dog")));
  const set = apply([cat, dog, either], kind({ branches: ["either"] }));
  expect(typesOf(set, "dog")).toEqual({ kind: literal("dog") });
});

test("a mapping of one base takes precedence over the implied name of another", () => {
  const models = [
    objectModel("pet", [required("kind")]),
    aliasModel("cat", allOf(refTo("pet"), inlineObject([]))),
    aliasModel("lion", allOf(refTo("cat"), inlineObject([]))),
  ];
  const ofBase = (parent: string, value: string, model: string) =>
    kind({ branches: null, parent, mapping: [{ value, model }] });
  const refined = applyDiscriminators(
    models,
    [ofBase("pet", "small", "cat"), ofBase("cat", "big", "lion")],
    () => {},
  );
  const set = modelSet({ models: refined });
  expect(modelOf(set, "lion")).toMatchObject({
    type: { members: [refTo("cat"), { fields: [{ type: literal("big") }] }] },
  });
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
