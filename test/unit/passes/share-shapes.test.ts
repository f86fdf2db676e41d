import { expect, test } from "vitest";
import type { InlineObjectType } from "../../../src/ir/type-expr.js";
import { shareShapes } from "../../../src/passes/share-shapes.js";
import {
  content,
  field,
  inlineObject,
  integer,
  modelSet,
  objectModel,
  operation,
  refTo,
} from "../ir/models.js";

const box = (title: string | null, ...names: string[]) =>
  inlineObject(
    names.map((name) => field(name, integer)),
    { title },
  );

/** Two requests whose bodies have these as `size`. */
function share(first: InlineObjectType, second: InlineObjectType) {
  const body = (size: InlineObjectType) =>
    content(inlineObject([field("size", size)]));
  return shareShapes(
    modelSet({
      models: [objectModel("pet", [])],
      operations: [
        operation("a", { body: body(first) }),
        operation("b", { body: body(second) }),
      ],
    }),
  );
}

test("a titled object of two requests is declared once, in whatever order its keys are", () => {
  const { shapes, operations } = share(
    box("box", "w", "h"),
    box("box", "h", "w"),
  );
  const [shape] = shapes;
  expect(shapes).toHaveLength(1);
  expect(shape).toMatchObject({
    origin: { kind: "shared", title: "box" },
    label: "box_param",
    fields: [{ name: "w" }, { name: "h" }],
  });
  const size = { name: "size", type: refTo(shape?.name ?? "") };
  expect(operations).toMatchObject([
    { body: { type: { fields: [size] } } },
    { body: { type: { fields: [size] } } },
  ]);
});

test.each([
  ["one title stands for two objects", box("box", "w"), box("box", "h")],
  ["there is no title", box(null, "w"), box(null, "w")],
  ["it occurs in one request only", box("box", "w"), box("crate", "w")],
])("nothing is shared where %s", (_why, first, second) => {
  expect(share(first, second).shapes).toEqual([]);
});
