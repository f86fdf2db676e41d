import { expect, test } from "vitest";
import { sortFields } from "../../../src/passes/sort-fields.js";
import {
  aliasModel,
  arrayOf,
  field,
  inlineObject,
  objectModel,
} from "../ir/models.js";

test("properties are in byte order, in every object", () => {
  const unsorted = [field("b"), field("a"), field("B"), field("é")];
  const names = ["B", "a", "b", "é"].map((name) => ({ name }));
  const [model, alias] = sortFields([
    objectModel("pet", [field("of", inlineObject(unsorted)), ...unsorted]),
    aliasModel("all", arrayOf(inlineObject(unsorted))),
  ]);
  expect(model).toMatchObject({
    fields: [
      names[0],
      names[1],
      names[2],
      { name: "of", type: { fields: names } },
      names[3],
    ],
  });
  expect(alias).toMatchObject({ type: { items: { fields: names } } });
});
