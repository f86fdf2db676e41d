import { expect, test } from "vitest";
import { renameOperations } from "../../../src/passes/rename-operations.js";
import {
  createReports,
  modelSet,
  objectModel,
  operation,
} from "../ir/models.js";

const set = modelSet({
  models: [objectModel("pet", [])],
  operations: [
    operation("list", { path: "/pets" }),
    operation("pet", { path: "/pet" }),
  ],
});

const namesAt = { file: "config.yaml", pointer: "#/outputs/0/names" };

function rename(names: Record<string, string>) {
  const { reports, report } = createReports();
  const { operations } = renameOperations(set, names, namesAt, report);
  return { labels: operations.map(({ label }) => label), reports };
}

test("an operation is named by its id, or by its method and path", () => {
  expect(rename({ list: "all" }).labels).toEqual(["all", "pet"]);
  expect(rename({ "GET /pets": "all" }).labels).toEqual(["all", "pet"]);
});

test("an id that a schema has as well means the schema", () => {
  expect(rename({ pet: "one" })).toEqual({
    labels: ["list", "pet"],
    reports: [],
  });
  expect(rename({ "GET /pet": "one" }).labels).toEqual(["list", "one"]);
});

test("a name of neither is reported", () => {
  expect(rename({ lst: "all" }).reports).toEqual([
    "name/unknown #/outputs/0/names/lst",
  ]);
});
