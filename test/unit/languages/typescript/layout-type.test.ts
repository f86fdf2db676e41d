// Prettier is the oracle: whatever type is laid out, it finds nothing to change.

import fc from "fast-check";
import { format } from "prettier";
import { expect, test } from "vitest";
import { type Code, word } from "../../../../src/languages/printable.js";
import { layoutType } from "../../../../src/languages/typescript/layout-type.js";
import type { TsType } from "../../../../src/languages/typescript/ts-type.js";

const identifier = fc
  .integer({ min: 1, max: 75 })
  .map((length) => `T${"ypename".repeat(11).slice(0, length)}`);

const nameText = fc.oneof(
  { weight: 4, arbitrary: identifier },
  { weight: 1, arbitrary: fc.constantFrom("string", "number", "unknown") },
  { weight: 1, arbitrary: identifier.map((text) => JSON.stringify(text)) },
);

// The random input is code: names, keywords and string literals.
const named = (text: string): TsType => ({ kind: "name", text: text as Code });

const { type } = fc.letrec<{ type: TsType; operand: TsType }>((tie) => ({
  type: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    nameText.map(named),
    fc
      .array(tie("operand"), { minLength: 2, maxLength: 5 })
      .map((members): TsType => ({ kind: "union", members })),
    tie("operand").map(
      (one): TsType => ({ kind: "union", members: [one, named("null")] }),
    ),
    tie("operand"),
  ),
  // A member of a union may be anything except a union.
  operand: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    nameText.map(named),
    tie("type").map((items): TsType => ({ kind: "array", items })),
    fc
      .tuple(fc.constantFrom(word`List`, word`Expandable`), tie("type"))
      .map(([name, arg]): TsType => ({ kind: "generic", name, args: [arg] })),
    tie("type").map(
      (values): TsType => ({
        kind: "generic",
        name: word`Record`,
        args: [named("string"), values],
      }),
    ),
    fc
      .array(tie("type"), { minLength: 1, maxLength: 3 })
      .map((items): TsType => ({ kind: "tuple", items })),
    fc
      .array(identifier.map(named), { minLength: 2, maxLength: 3 })
      .map((members): TsType => ({ kind: "intersection", members })),
  ),
}));

const parameters = { numRuns: 1000, seed: 20240410 };

test("a property of any type is laid out as Prettier does", async () => {
  await fc.assert(
    fc.asyncProperty(type, identifier, async (of, key) => {
      const text = `export interface X {\n  ${key}?:${layoutType(of, key.length + 4, 2, "property")};\n}\n`;
      expect(text).toBe(await format(text, { parser: "typescript" }));
    }),
    parameters,
  );
});

test("an alias of any type is laid out as Prettier does", async () => {
  await fc.assert(
    fc.asyncProperty(type, identifier, async (of, name) => {
      const start = `export type ${name} =`;
      const text = `${start}${layoutType(of, start.length, 0, "alias")};\n`;
      expect(text).toBe(await format(text, { parser: "typescript" }));
    }),
    parameters,
  );
});

const unionOfReferences = fc
  .array(identifier.map(named), { minLength: 2, maxLength: 3 })
  .map((members): TsType => ({ kind: "union", members }));

test("intersections of references and unions are laid out as Prettier does", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(identifier.map(named), unionOfReferences), {
        minLength: 2,
        maxLength: 4,
      }),
      identifier,
      async (members, name) => {
        const start = `export type ${name} =`;
        const of: TsType = { kind: "intersection", members };
        const text = `${start}${layoutType(of, start.length, 0, "alias")};\n`;
        expect(text).toBe(await format(text, { parser: "typescript" }));
      },
    ),
    parameters,
  );
});
