import { expect, test } from "vitest";
import { inlinePlaces } from "../../../src/passes/inline-places.js";
import {
  aliasModel,
  arrayOf,
  field,
  modelSet,
  objectModel,
  refTo,
  text,
  typesOf,
} from "../ir/models.js";

const inline = { origin: { kind: "inline" } } as const;
const names = (set: ReturnType<typeof modelSet>) =>
  set.models.map(({ name }) => name);

test("a location whose type needs no name is written where it is used", () => {
  const set = modelSet({
    models: [
      objectModel("pet", [field("tags", refTo("#/place"))]),
      aliasModel("#/place", arrayOf(text), inline),
    ],
  });
  const result = inlinePlaces(set);
  expect(typesOf(result, "pet")).toEqual({ tags: arrayOf(text) });
  expect(names(result)).toEqual(["pet"]);
});

test("a location with properties keeps its model, while something refers to it", () => {
  const place = objectModel("#/place", [field("a")], inline);
  const used = objectModel("pet", [field("b", refTo("#/place"))]);
  expect(names(inlinePlaces(modelSet({ models: [used, place] })))).toEqual([
    "pet",
    "#/place",
  ]);
  const unused = objectModel("pet", [field("b")]);
  expect(names(inlinePlaces(modelSet({ models: [unused, place] })))).toEqual([
    "pet",
  ]);
});

test("a schema is declared even where nothing refers to it", () => {
  const set = modelSet({ models: [aliasModel("code", text)] });
  expect(inlinePlaces(set)).toEqual(set);
});
