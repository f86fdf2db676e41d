import { expect, test } from "vitest";
import { formatSome, listSome } from "../../../src/diagnostics/list-some.js";

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `n${index}`);

test.each([
  [0, 0, 0],
  [1, 1, 0],
  [10, 10, 0],
  [11, 10, 1],
  [1000, 10, 990],
])("of %d names %d are listed and %d counted", (count, listed, others) => {
  const some = listSome(names(count));
  expect([some.listed.length, some.others]).toEqual([listed, others]);
});

test("names are quoted, and the rest is a number", () => {
  expect(formatSome(['a"', "b"])).toBe('"a\\"", "b"');
  expect(formatSome(names(12))).toMatch(/^"n0", .*"n9" and 2 more$/);
});
