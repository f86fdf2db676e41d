import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/ir/json-value.js";
import { applySamples } from "../../../src/passes/apply-samples.js";
import {
  createReports,
  field,
  modelSet,
  objectModel,
  refTo,
} from "../ir/models.js";

const set = modelSet({
  models: [
    objectModel("owner", [field("id"), field("name")]),
    objectModel("pet", [field("id"), field("owner", refTo("owner"))]),
  ],
});
const at = { file: "fixtures.json" };
const owner = { id: "own_9s6XKzkNRiz8i3", name: "Ann" };

test("a model without a sample uses one nested in another model's sample", () => {
  const { reports, report } = createReports();
  const pet = { id: "pet_1PgafmB7WZ01zgkW", owner };
  const samples = new Map([["pet", pet]]);
  const result = applySamples(set, { samples, at }, report);
  expect(result.samples.get("owner")).toEqual(owner);
  expect(result.samples.get("pet")).toEqual(pet);
  expect([...result.idPrefixes]).toEqual(
    expect.arrayContaining([
      ["pet", "pet"],
      ["owner", "own"],
    ]),
  );
  expect(reports).toEqual([]);
});

test("a model's own sample takes precedence", () => {
  const ben = { id: "own_1Nispe2eZvKYlo2C", name: "Ben" };
  const samples = new Map<string, JsonObject>([
    ["pet", { owner }],
    ["owner", ben],
  ]);
  const result = applySamples(set, { samples, at }, () => {});
  expect(result.samples.get("owner")).toEqual(ben);
});

test("samples of none of the schemas are reported", () => {
  const { reports, report } = createReports();
  const samples = new Map([["stone", { id: "a" }]]);
  expect(applySamples(set, { samples, at }, report).samples.size).toBe(0);
  expect(reports).toEqual(["fixtures/no-match"]);
});
