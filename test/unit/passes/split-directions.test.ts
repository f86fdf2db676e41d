import { expect, test } from "vitest";
import { splitDirections } from "../../../src/passes/split-directions.js";
import {
  content,
  field,
  modelOf,
  modelSet,
  objectModel,
  operation,
  refTo,
  text,
  typesOf,
} from "../ir/models.js";

const user = objectModel("user", [
  field("id", text, { readOnly: true }),
  field("name"),
  field("password", text, { writeOnly: true }),
]);
const sends = operation("add", { body: content(refTo("user")) });
const receives = operation("get", { response: content(refTo("user")) });
const fieldsOf = (...[set, name]: Parameters<typeof typesOf>) =>
  Object.keys(typesOf(set, name));

test("what is sent and received has two models", () => {
  const set = splitDirections(
    modelSet({ models: [user], operations: [sends, receives] }),
  );
  expect(fieldsOf(set, "user")).toEqual(["id", "name"]);
  expect(fieldsOf(set, "user (input)")).toEqual(["name", "password"]);
  expect(modelOf(set, "user (input)").origin).toEqual({
    kind: "input",
    of: "user",
  });
  expect(set.operations).toMatchObject([
    { body: { type: refTo("user (input)") } },
    { response: { type: refTo("user") } },
  ]);
});

test.each([
  ["sent", sends, ["name", "password"]],
  ["received", receives, ["id", "name"]],
])("what is only %s has one", (_way, one, fields) => {
  const set = splitDirections(modelSet({ models: [user], operations: [one] }));
  expect(set.models).toHaveLength(1);
  expect(fieldsOf(set, "user")).toEqual(fields);
});

test("a model that names a divided one is divided too", () => {
  const team = objectModel("team", [field("lead", refTo("user"))]);
  const set = splitDirections(
    modelSet({
      models: [team, user],
      operations: [
        operation("add", { body: content(refTo("team")) }),
        operation("get", { response: content(refTo("team")) }),
      ],
    }),
  );
  expect(typesOf(set, "team (input)")).toEqual({ lead: refTo("user (input)") });
  expect(typesOf(set, "team")).toEqual({ lead: refTo("user") });
});

test("no operation uses the model: it keeps all its properties", () => {
  const set = modelSet({ models: [user] });
  expect(splitDirections(set)).toEqual(set);
});

test("a schema that has the name of an input form keeps it", () => {
  const taken = objectModel("user (input)", [field("a")]);
  const set = splitDirections(
    modelSet({ models: [user, taken], operations: [sends, receives] }),
  );
  const inputs = set.models.filter(({ origin }) => origin.kind === "input");
  expect(inputs).toHaveLength(1);
  expect(inputs[0]?.name).not.toBe("user (input)");
  expect(fieldsOf(set, "user (input)")).toEqual(["a"]);
});
