// Queries and transformations of a model set see every location of a type.

import { describe, expect, test } from "vitest";
import type { ModelSet } from "../../../src/ir/model.js";
import { hasDirections } from "../../../src/ir/query/has-directions.js";
import { unionDiscriminants } from "../../../src/ir/query/union-discriminants.js";
import type { EnumType, TypeExpr } from "../../../src/ir/type-expr.js";
import { mapModelSet } from "../../../src/ir/walk/map-model-set.js";
import { dedupeShapes } from "../../../src/passes/dedupe-shapes.js";
import { resolveEnums } from "../../../src/passes/resolve-enums.js";
import {
  field,
  inModels,
  inRequests,
  inResponses,
  model,
  modelSet,
  object,
  text,
  typesAround,
} from "./everywhere.js";

const locations = (within: typeof inModels) =>
  Object.entries(within).flatMap(([where, put]) =>
    Object.entries(typesAround).map(
      ([around, wrap]) =>
        [
          `${around}, in ${where}`,
          (type: TypeExpr) => put(wrap(type)),
        ] as const,
    ),
  );

const everywhere = locations({ ...inModels, ...inRequests, ...inResponses });

const values: EnumType = {
  ...{ kind: "enum", values: ["a", "b"], open: false, notes: null },
};

/** The enums of a model set, wherever they stand. */
function enumsOf(set: ModelSet): EnumType[] {
  const found: EnumType[] = [];
  mapModelSet(set, (type) => {
    if (type.kind === "enum") found.push(type);
    return type;
  });
  return found;
}

test("the locations are many, and each holds the type once", () => {
  expect(everywhere).toHaveLength(143);
  for (const [, put] of everywhere) {
    expect(enumsOf(modelSet(put(values)))).toEqual([values]);
  }
});

describe.each(locations(inModels))("%s", (_where, put) => {
  test.each(["readOnly", "writeOnly"] as const)("%s is seen", (flag) => {
    const directed = object([field("id", text, { [flag]: true })]);
    const { models } = modelSet(put(directed));
    expect(hasDirections(models)).toBe(true);
    expect(
      hasDirections(modelSet(put(object([field("id", text)]))).models),
    ).toBe(false);
  });
});

describe.each(everywhere)("%s", (_where, put) => {
  test("the discriminants of a union are seen", () => {
    const kinds = ["cat", "dog"].map((name) =>
      model(name, [field("kind", { ...values, values: [name, `${name}s`] })]),
    );
    const union: TypeExpr = {
      kind: "union",
      members: kinds.map(({ name }) => ({ kind: "reference", model: name })),
    };
    const { models = [], ...others } = put(union);
    const set = modelSet({ ...others, models: [...models, ...kinds] });
    expect([...unionDiscriminants(set)]).toEqual(["cat.kind", "dog.kind"]);
  });

  test("an enum opens where the user wants it", () => {
    const wishes = {
      response: "open",
      request: "open",
      overrides: [],
    } as const;
    const opened = resolveEnums(modelSet(put(values)), wishes, () => {});
    expect(enumsOf(opened)).toEqual([{ ...values, open: true }]);
  });

  test("what stands there and elsewhere is one model", () => {
    const { models = [], ...others } = put(values);
    const set = modelSet({
      ...others,
      models: [...models, model("other", [field("it", values)])],
    });
    // An alias has a name already, and a body is named after its operation.
    const isNamed =
      models.some((one) => one.kind === "alias" && one.type === values) ||
      set.operations.some(({ body }) => body?.type === values);
    expect(enumsOf(dedupeShapes(set)).length).toBe(isNamed ? 2 : 1);
  });
});
