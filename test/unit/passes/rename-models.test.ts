import { expect, test } from "vitest";
import {
  hasOtherNames,
  renameModels,
} from "../../../src/passes/rename-models.js";
import { modelSet, objectModel } from "../ir/models.js";

const input = { origin: { kind: "input", of: "pet" } } as const;
const models = [
  objectModel("pet", []),
  objectModel("pet (input)", [], { ...input, label: "pet_input" }),
  objectModel("constructor", []),
];
const labels = (names: Record<string, string>) =>
  renameModels(modelSet({ models }), names).models.map(({ label }) => label);

test("the chosen name is the label; the request form follows", () => {
  expect(labels({ pet: "animal" })).toEqual([
    "animal",
    "animal_input",
    "constructor",
  ]);
});

test("names of other things, and of Object's prototype, change nothing", () => {
  expect(labels({ listPets: "all" })).toEqual([
    "pet",
    "pet_input",
    "constructor",
  ]);
});

test("a name of no model may be an operation's", () => {
  expect(hasOtherNames({ pet: "a" }, models)).toBe(false);
  expect(hasOtherNames({ listPets: "a" }, models)).toBe(true);
});
