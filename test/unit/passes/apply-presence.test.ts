import { expect, test } from "vitest";
import {
  applyPresence,
  type PresenceFact,
} from "../../../src/passes/apply-presence.js";
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
      field("name", text, { nullable: true, present: false }),
      field("nick", text, { present: false }),
      required("id"),
    ]),
  ],
});
const at = { file: "presence.yaml" };
const always: PresenceFact = {
  model: "pet",
  property: "name",
  presence: "always",
  isByHand: false,
  at,
};
const sometimes: PresenceFact = { ...always, presence: "sometimes" };
const byHand: PresenceFact = { ...always, isByHand: true };

test.each([
  ["one source that has it", [always], true],
  ["one absence among sources", [always, sometimes], false],
  ["the same, in the other order", [sometimes, always], false],
  ["a fact by hand, last", [sometimes, byHand], true],
  ["a fact by hand, first", [byHand, sometimes], true],
  ["no fact", [], false],
])("%s decides", (_what, facts, present) => {
  const { reports, report } = createReports();
  const result = applyPresence(set, { facts, borrowed: null }, report);
  expect(modelOf(result, "pet")).toMatchObject({
    fields: [{ name: "name", present }, { name: "nick" }, { name: "id" }],
  });
  expect(reports).toEqual([]);
});

test.each([
  ["no such schema", "pett", "name"],
  ["no such property", "pet", "naem"],
  ["a required property", "pet", "id"],
  ["a property that is never null", "pet", "nick"],
])("an entry that means nothing is an error: %s", (_why, model, property) => {
  const { reports, report } = createReports();
  const facts = [{ ...always, model, property }];
  const result = applyPresence(set, { facts, borrowed: null }, report);
  expect(reports).toEqual(["presence/stale"]);
  expect(result).toEqual(set);
});

test("facts of another version are used, with one warning that counts the rest", () => {
  const { reports, report } = createReports();
  const facts = [always, { ...always, model: "gone" }];
  const borrowed = { from: "2024-04-10", by: "2024-05-01", at };
  const result = applyPresence(set, { facts, borrowed }, report);
  expect(reports).toEqual(["presence/other-version"]);
  expect(modelOf(result, "pet")).toMatchObject({
    fields: [{ present: true }, {}, {}],
  });
});
