import { expect, test } from "vitest";
import { checkPatterns } from "../../../src/passes/check-patterns.js";
import {
  createReports,
  field,
  modelSet,
  objectModel,
  text,
  typesOf,
} from "../ir/models.js";

function check(pattern: string) {
  const { reports, report } = createReports();
  const pointer = "#/components/schemas/pet/properties/a/pattern";
  const type = { ...text, constraints: { pattern, minLength: 1 } };
  const set = modelSet({
    models: [objectModel("pet", [field("a", type)])],
    patterns: [{ pattern, pointer }],
  });
  const { a } = typesOf(checkPatterns(set, report), "pet");
  return { a, reports, pointer };
}

test("a regular expression is kept", () => {
  const { a, reports } = check("^[a-z]+$");
  expect(a).toMatchObject({ constraints: { pattern: "^[a-z]+$" } });
  expect(reports).toEqual([]);
});

test.each([
  "(",
  "[z-a]",
  "\\p{Nothing}", // an error with the flag `u` only
])(
  "what is not one is left out, and the other constraints stay: %s",
  (pattern) => {
    const { a, reports, pointer } = check(pattern);
    expect(a).toEqual({ ...text, constraints: { minLength: 1 } });
    expect(reports).toEqual([`schema/wrong-pattern ${pointer}`]);
  },
);

test("one that takes exponential time is kept, with a warning", () => {
  const { a, reports, pointer } = check("^(a+)+$");
  expect(a).toMatchObject({ constraints: { pattern: "^(a+)+$" } });
  expect(reports).toEqual([`schema/slow-pattern ${pointer}`]);
});
