// The table of passes; `passes.ts` gives the reason for their order.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { passes } from "../../../src/passes/passes.js";

const names = passes.map(({ name }) => name);

test("each has a name of its own and a reason", () => {
  expect(new Set(names).size).toBe(names.length);
  for (const { why } of passes) expect(why).toMatch(/^[A-Z`].+\.$/);
});

test("each pass is a file of its name, and has a unit test", () => {
  const list = (path: string) =>
    readdirSync(new URL(path, import.meta.url), "utf8");
  const tests = list(".");
  for (const name of names.map((one) => one.replace(/-again$/, ""))) {
    expect(list("../../../src/passes")).toContain(`${name}.ts`);
    expect(tests).toContain(`${name}.test.ts`);
  }
});

test.each([
  ["inline-places", "apply-presence"],
  ["check-patterns", "split-directions"],
  ["check-contradictions", "apply-discriminators"],
  ["resolve-required", "apply-discriminators"],
  ["apply-discriminators", "split-directions"],
  ["split-directions", "share-shapes"],
  ["share-shapes", "rename-models"],
  ["rename-models", "select-models"],
  ["rename-operations", "select-models"],
  ["select-models", "resolve-enums"],
  ["resolve-enums", "dedupe-shapes"],
  ["dedupe-shapes", "merge-objects"],
])("%s is before %s", (first, second) => {
  expect(names).toEqual(expect.arrayContaining([first, second]));
  expect(names.indexOf(first)).toBeLessThan(names.indexOf(second));
});
