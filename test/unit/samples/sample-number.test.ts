import { expect, test } from "vitest";
import type { NumberConstraints } from "../../../src/ir/constraints.js";
import {
  fitsNumber,
  sampleNumber,
} from "../../../src/samples/sample-number.js";
import { integer } from "../ir/models.js";

const numberOf = (constraints: NumberConstraints) => ({
  ...integer,
  integer: false,
  constraints,
});

test("0, where nothing forbids it", () => {
  expect(sampleNumber(integer)).toBe(0);
  expect(sampleNumber(numberOf({ minimum: -5, maximum: 5 }))).toBe(0);
});

test.each<NumberConstraints>([
  { minimum: 3 },
  { maximum: -3 },
  { exclusiveMinimum: 0, maximum: 1 },
  { exclusiveMinimum: 0, exclusiveMaximum: 1 },
  { minimum: 10, multipleOf: 7 },
  { maximum: -10, multipleOf: 7 },
  { exclusiveMinimum: 14, multipleOf: 7 },
])("one that keeps to %j", (constraints) => {
  const value = sampleNumber(numberOf(constraints));
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } =
    constraints;
  if (value === null) throw new Error("there is one");
  expect(value).toBeGreaterThanOrEqual(minimum ?? value);
  expect(value).toBeLessThanOrEqual(maximum ?? value);
  expect(value).toBeGreaterThan(exclusiveMinimum ?? -Infinity);
  expect(value).toBeLessThan(exclusiveMaximum ?? Infinity);
  if (multipleOf !== undefined) {
    expect(Number.isInteger(value / multipleOf)).toBe(true);
  }
});

test("none, where there is none", () => {
  expect(sampleNumber(numberOf({ minimum: 2, maximum: 1 }))).toBeNull();
  const between = { exclusiveMinimum: 0, exclusiveMaximum: 1 };
  expect(sampleNumber({ ...integer, constraints: between })).toBeNull();
});

test.each([
  [1.5, integer, false],
  [Number.NaN, integer, false],
  [4, numberOf({ multipleOf: 2 }), true],
  [5, numberOf({ multipleOf: 2 }), false],
  [1, numberOf({ exclusiveMaximum: 1 }), false],
])("%d fits or not", (value, type, fits) => {
  expect(fitsNumber(value, type)).toBe(fits);
});
