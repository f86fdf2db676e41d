import { expect, test } from "vitest";
import { generalRules } from "../../../../src/parse/schema/general-rules.js";
import { anything } from "../../ir/models.js";
import { typeOf } from "./build-one.js";

test("each rule has a summary", () => {
  const said = generalRules.map(({ summary }) => summary);
  expect(new Set(said).size).toBe(said.length);
  for (const one of said) expect(one).toContain("→");
});

test("`true` is any value, `false` is none", () => {
  expect(typeOf(true)).toEqual(anything);
  expect(typeOf(false)).toEqual({ kind: "noValue" });
});
