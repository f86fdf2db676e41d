// Two constraints → one that satisfies both.

import { expect, test } from "vitest";
import { intersectConstraints } from "../../../../src/ir/query/intersect-constraints.js";

test("the stricter constraint wins", () => {
  const a = { minLength: 2, maxLength: 9, minItems: 1, exclusiveMaximum: 5 };
  const b = { minLength: 3, maxLength: 10, minimum: 0, exclusiveMaximum: 4 };
  expect(intersectConstraints<object>(a, b)).toEqual({
    minLength: 3,
    maxLength: 9,
    minItems: 1,
    minimum: 0,
    exclusiveMaximum: 4,
  });
});

test("what one of them asks is asked, in either order", () => {
  const strict = { uniqueItems: true, closed: true };
  const loose = { uniqueItems: false };
  for (const [a, b] of [
    [strict, loose],
    [loose, strict],
  ] as const) {
    expect(intersectConstraints<object>(a, b)).toEqual(strict);
  }
  expect(intersectConstraints<object>(undefined, strict)).toBe(strict);
  expect(intersectConstraints<object>(strict, undefined)).toBe(strict);
});

test("a multiple of the coarser step is one of the finer", () => {
  expect(intersectConstraints({ multipleOf: 2 }, { multipleOf: 6 })).toEqual({
    multipleOf: 6,
  });
  expect(intersectConstraints({ multipleOf: 6 }, { multipleOf: 2 })).toEqual({
    multipleOf: 6,
  });
});

test("of lists of names, those in both", () => {
  expect(
    intersectConstraints({ only: ["a", "b"] }, { only: ["b", "c"] }),
  ).toEqual({
    only: ["b"],
  });
});
