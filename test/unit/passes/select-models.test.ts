import { expect, test } from "vitest";
import {
  type Selector,
  selectModels,
} from "../../../src/passes/select-models.js";
import {
  anything,
  content,
  createReports,
  field,
  modelSet,
  objectModel,
  operation,
  refTo,
  webhook,
} from "../ir/models.js";

const set = modelSet({
  models: [
    objectModel("cat", [field("owner", refTo("owner"))]),
    objectModel("error", []),
    objectModel("owner", []),
    objectModel("stone", []),
  ],
  operations: [
    operation("getCat", {
      tags: ["pets"],
      response: content(refTo("cat")),
      error: refTo("error"),
    }),
    operation("addStone", { body: content(refTo("stone")) }),
  ],
  webhooks: [
    webhook("catBorn", refTo("cat")),
    webhook("rockFell", refTo("stone")),
  ],
});

const select = (kind: Selector["kind"], name: string): Selector => ({
  ...{ kind, text: name },
  matches: (one) => one === name,
  at: { file: "config.yaml", pointer: "#/outputs/0/only/0" },
});

function namesOf(...selectors: Selector[]) {
  const { reports, report } = createReports();
  const result = selectModels(set, selectors, report);
  return {
    models: result.models.map(({ name }) => name),
    operations: result.operations.map(({ id }) => id),
    webhooks: result.webhooks.map(({ name }) => name),
    errors: result.operations.map(({ error }) => error),
    reports,
  };
}

test("a schema comes with all that it needs, and with what returns or carries it", () => {
  expect(namesOf(select("schema", "cat"))).toEqual({
    models: ["cat", "owner"],
    operations: ["getCat"],
    webhooks: ["catBorn"],
    errors: [anything], // an error makes no model wanted
    reports: [],
  });
});

test.each([
  ["operation", "addStone"],
  ["path", "/addStone"],
] as const)("an operation by its %s comes with what it sends", (kind, name) => {
  expect(namesOf(select(kind, name))).toMatchObject({
    models: ["stone"],
    operations: ["addStone"],
    webhooks: [],
  });
});

test("a tag selects operations; several selectors select what any of them does", () => {
  const both = namesOf(select("tag", "pets"), select("schema", "error"));
  expect(both.models).toEqual(["cat", "error", "owner"]);
  expect(both.errors).toEqual([refTo("error")]);
});

test("no selector selects everything", () => {
  expect(selectModels(set, [], () => {})).toBe(set);
});

test.each(["schema", "tag"] as const)(
  "a %s that matches nothing is an error, where it is written",
  (kind) => {
    expect(namesOf(select(kind, "none")).reports).toEqual([
      "only/no-match #/outputs/0/only/0",
    ]);
  },
);
