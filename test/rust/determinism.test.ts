// The order of keys in the document changes nothing.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { generateInMemory } from "../golden/generate-in-memory.js";

test.each(["loose", "precise"])("%s", (typing) => {
  const path = `../golden/cases/rust-${typing}/spec.yaml`;
  const text = readFileSync(new URL(path, import.meta.url), "utf8");
  const turned = stringify(turn(parse(text)));
  const generate = (spec: string) =>
    generateInMemory("spec.yaml", spec, { typing }, { template: "rust" });
  const files = generate(text).files;
  expect(files.size).toBeGreaterThan(10);
  expect(new Map(generate(turned).files)).toEqual(new Map(files));
});

/** With all keys in the opposite order. */
function turn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turn);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, turn(one)])
      .reverse(),
  );
}
