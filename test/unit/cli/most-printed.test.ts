// A document can be wrong in 5,000 places: of each kind of diagnostic 50 are printed,
// and the others are counted.

import { expect, test } from "vitest";
import { formatDiagnostics } from "../../../src/cli/report/format-diagnostics.js";
import { createDiagnostic } from "../../../src/diagnostics/diagnostic.js";

const many = (code: "ref/not-found" | "schema/slow-pattern", count: number) =>
  Array.from({ length: count }, (_one, index) =>
    createDiagnostic(code, { file: "a.json" }, `number ${index}`),
  );

test("of each code at most 50 are printed, and the others are counted", () => {
  const text = formatDiagnostics([
    ...many("ref/not-found", 5000),
    ...many("schema/slow-pattern", 51),
  ]);
  expect(text.match(/^error: /gm)).toHaveLength(50);
  expect(text.match(/^warning: /gm)).toHaveLength(50);
  expect(text).toContain("note: 4950 more of error ref/not-found are not");
  expect(text).toContain("note: 1 more of warning schema/slow-pattern are not");
});

test("50 are printed without a note", () => {
  expect(formatDiagnostics(many("ref/not-found", 50))).not.toContain("note:");
});
