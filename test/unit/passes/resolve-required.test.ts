import { expect, test } from "vitest";
import type { TypeExpr } from "../../../src/ir/type-expr.js";
import { resolveRequired } from "../../../src/passes/resolve-required.js";
import {
  aliasModel,
  allOf,
  field,
  modelOf,
  modelSet,
  objectModel,
  refTo,
  required,
} from "../ir/models.js";

/** What `{allOf: [pet, {required: names}]}` becomes. */
function resolve(...names: string[]): TypeExpr {
  const set = modelSet({
    models: [
      objectModel("pet", [field("name"), required("id")]),
      aliasModel("named", {
        ...{ kind: "withRequired", type: refTo("pet"), names },
      }),
    ],
  });
  const model = modelOf(resolveRequired(set), "named");
  if (model.kind !== "alias") throw new Error("it stays an alias");
  return model.type;
}

test("an optional property of the model becomes required", () => {
  expect(resolve("name")).toEqual({
    ...{ kind: "withRequired", type: refTo("pet"), names: ["name"] },
  });
});

test("a property that is required anyway, or not declared, adds nothing", () => {
  expect(resolve("id")).toEqual(refTo("pet"));
  expect(resolve("stray")).toEqual(refTo("pet"));
  expect(resolve("id", "name", "stray")).toMatchObject({ names: ["name"] });
});

test("inherited properties count", () => {
  const set = modelSet({
    models: [
      objectModel("pet", [field("name")]),
      aliasModel("cat", allOf(refTo("pet"), refTo("pet"))),
      aliasModel("named", {
        ...{ kind: "withRequired", type: refTo("cat"), names: ["name"] },
      }),
    ],
  });
  expect(modelOf(resolveRequired(set), "named")).toMatchObject({
    type: { kind: "withRequired", names: ["name"] },
  });
});
