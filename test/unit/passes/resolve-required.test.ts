import { expect, test } from "vitest";
import type { TypeExpr } from "../../../src/ir/type-expr.js";
import { resolveRequired } from "../../../src/passes/resolve-required.js";
import {
  aliasModel,
  allOf,
  anyOf,
  anything,
  field,
  inlineObject,
  integer,
  modelOf,
  modelSet,
  objectModel,
  refTo,
  required,
  text,
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

/** The result for an intersection, in a model set with `pet` and its references. */
function resolveAll(...members: TypeExpr[]): TypeExpr {
  const set = modelSet({
    models: [
      objectModel("pet", [field("name"), required("id")]),
      objectModel("must", [required("name", anything)]),
      aliasModel("either", anyOf(refTo("pet"), refTo("named"))),
      aliasModel("named", allOf(refTo("pet"), refTo("must"))),
      aliasModel("it", allOf(...members)),
    ],
  });
  const model = modelOf(resolveRequired(set), "it");
  return model.kind === "alias"
    ? model.type
    : inlineObject(model.fields, { pointer: "#/inline" });
}

const must = (...names: string[]) =>
  inlineObject(names.map((name) => required(name, anything)));
const named: TypeExpr = {
  kind: "withRequired",
  type: refTo("pet"),
  names: ["name"],
};

test("a part that only requires is joined with the part that declares", () => {
  expect(resolveAll(refTo("pet"), must("name"))).toEqual(named);
  expect(resolveAll(refTo("pet"), must("name", "id"))).toEqual(named);
  expect(resolveAll(refTo("pet"), refTo("must"))).toEqual(
    allOf(named, refTo("must")),
  );
  const stray = must("stray");
  expect(resolveAll(refTo("pet"), must("name", "stray"))).toEqual(
    allOf(named, stray),
  );
});

test("each member of a union requires what stands beside it", () => {
  const other = inlineObject([field("name", integer)]);
  const requiring = inlineObject([required("name", integer)]);
  expect(resolveAll(anyOf(refTo("pet"), other), must("name"))).toMatchObject({
    members: [named, { fields: [{ ...requiring.fields[0], present: true }] }],
  });
  expect(resolveAll(refTo("either"), must("name"))).toEqual(
    anyOf(named, refTo("named")),
  );
});

test("alternatives that only require are variants of the object", () => {
  const object = inlineObject([field("a"), field("b", integer)]);
  const members = [must("a"), must("b")];
  const exclusive = { kind: "union", exclusive: true, members } as const;
  expect(resolveAll(object, exclusive)).toMatchObject({
    ...{ kind: "union", exclusive: true },
    members: [
      {
        fields: [
          { name: "a", required: true },
          { name: "b", required: false },
        ],
      },
      {
        fields: [
          { name: "a", required: false },
          { name: "b", required: true },
        ],
      },
    ],
  });
});

test("alternatives of a model have the types of its properties", () => {
  expect(
    resolveAll(refTo("pet"), anyOf(must("name"), must("stray"))),
  ).toMatchObject({
    kind: "intersection",
    members: [
      refTo("pet"),
      {
        members: [
          { fields: [{ type: text }] },
          { fields: [{ type: anything }] },
        ],
      },
    ],
  });
});
