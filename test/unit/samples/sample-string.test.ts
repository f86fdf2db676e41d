import { expect, test } from "vitest";
import type { StringConstraints } from "../../../src/ir/constraints.js";
import {
  fitsString,
  sampleString,
} from "../../../src/samples/sample-string.js";
import { text } from "../ir/models.js";

const sample = (constraints: StringConstraints, format: string | null = null) =>
  sampleString({ kind: "string", format, constraints }, "name");

test("the name of the property, where nothing forbids it", () => {
  expect(sampleString(text, "name")).toBe("name");
});

test("lengths are counted in code points", () => {
  expect(sample({ maxLength: 2 })).toBe("na");
  expect(sample({ minLength: 6 })).toHaveLength(6);
  expect(fitsString("🐈🐈", { maxLength: 2 })).toBe(true);
  expect(fitsString("🐈", { minLength: 2 })).toBe(false);
});

test.each([
  ["date", /^\d{4}-\d\d-\d\d$/],
  ["date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/],
  ["email", /^\w+@[\w.]+$/],
  ["ipv4", /^(\d{1,3}\.){3}\d{1,3}$/],
  ["uuid", /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/],
])("a format has its form: %s", (format, form) => {
  expect(sample({}, format)).toMatch(form);
});

test.each(["^[A-Z]{2}$", "^a+b?$", "^(x|y)-\\d{3}$", "[0-9]"])(
  "a pattern is kept to: %s",
  (pattern) => {
    expect(sample({ pattern })).toMatch(new RegExp(pattern, "u"));
  },
);

test("none, where the constraints exclude each other", () => {
  expect(sample({ pattern: "^a$", minLength: 2 })).toBeNull();
});
