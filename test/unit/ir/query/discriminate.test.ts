// How the objects of a union are discriminated: by the fewest values that suffice, and
// only by values that belong to one object alone.

import { describe, expect, test } from "vitest";
import { discriminate } from "../../../../src/ir/query/discriminate.js";
import type { Field, TypeExpr } from "../../../../src/ir/type-expr.js";

const text: TypeExpr = { kind: "string", format: null };
const one = (value: string | boolean): TypeExpr => ({ kind: "literal", value });
const some = (...values: string[]): TypeExpr => ({
  ...{ kind: "enum", values, open: true, notes: null },
});

const field = (name: string, type: TypeExpr, required = true): Field => ({
  ...{ name, type, required, nullable: false, present: required },
  ...{ pointer: "", description: null, deprecated: false },
  ...{ readOnly: false, writeOnly: false, default: null },
});

function discriminateAll(
  ...shapes: readonly Readonly<Record<string, TypeExpr>>[]
) {
  const { branches, isUnambiguous } = discriminate(
    shapes.map((shape, member) => ({
      member,
      fields: Object.entries(shape).map(([name, type]) =>
        field(name.replace("?", ""), type, !name.endsWith("?")),
      ),
    })),
  );
  return {
    isUnambiguous,
    tests: branches.map(({ member, tests }) => [
      member,
      ...tests.map(({ property, values }) => `${property}=${values.join("|")}`),
    ]),
  };
}

describe("discriminated", () => {
  test("by a tag that all have", () => {
    expect(
      discriminateAll(
        { object: one("card"), status: some("a", "b") },
        { object: one("x") },
      ),
    ).toEqual({
      isUnambiguous: true,
      tests: [
        [0, "object=card"],
        [1, "object=x"],
      ],
    });
  });

  test("by a property that only one has, which is asked for first", () => {
    const live = { object: one("customer"), tax: some("a", "b") };
    const deleted = { object: one("customer"), deleted: one(true) };
    expect(discriminateAll(live, deleted)).toEqual({
      isUnambiguous: true,
      tests: [
        [1, "deleted=true", "object=customer"],
        [0, "object=customer"],
      ],
    });
  });

  test("by an enum that all have, where no single value will do", () => {
    expect(
      discriminateAll({ type: some("a", "b") }, { type: one("c") }),
    ).toEqual({
      isUnambiguous: true,
      tests: [
        [0, "type=a|b"],
        [1, "type=c"],
      ],
    });
  });
});

describe("not discriminated", () => {
  test.each<[string, Record<string, TypeExpr>, Record<string, TypeExpr>]>([
    ["nothing differs", { id: text }, { id: text }],
    ["a tag may be absent", { "object?": one("a") }, { "object?": one("b") }],
    ["the other may have any value", { kind: one("a") }, { kind: text }],
    ["the values overlap", { kind: some("a", "b") }, { kind: some("b", "c") }],
  ])("%s", (_why, a, b) => {
    expect(discriminateAll(a, b).isUnambiguous).toBe(false);
  });
});
