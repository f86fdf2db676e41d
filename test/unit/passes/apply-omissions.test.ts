import { expect, test } from "vitest";
import { applyOmissions } from "../../../src/passes/apply-omissions.js";
import {
  createReports,
  field,
  modelOf,
  modelSet,
  objectModel,
  required,
  text,
} from "../ir/models.js";

const set = modelSet({
  models: [
    objectModel("pet", [
      field("name", text, { nullable: true, present: true }),
      field("nick", text, { present: false }),
      required("id"),
    ]),
  ],
});
const at = { file: "presence.yaml" };

test("a property that real objects omit is not always present", () => {
  const { reports, report } = createReports();
  const omission = { model: "pet", property: "name", at };
  const result = applyOmissions(set, [omission], report);
  expect(modelOf(result, "pet")).toMatchObject({
    fields: [
      { name: "name", present: false, nullable: true },
      { name: "nick", present: false },
      { name: "id", present: true },
    ],
  });
  expect(reports).toEqual([]);
});

test.each([
  ["no such schema", "pett", "name"],
  ["no such property", "pet", "naem"],
  ["a required property", "pet", "id"],
  ["a property that may be absent anyway", "pet", "nick"],
])("an entry that means nothing is an error: %s", (_why, model, property) => {
  const { reports, report } = createReports();
  const result = applyOmissions(set, [{ model, property, at }], report);
  expect(reports).toEqual(["presence/stale"]);
  expect(result).toEqual(set);
});
