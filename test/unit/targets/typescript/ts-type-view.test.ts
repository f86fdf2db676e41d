// Prettier is the oracle: whatever type the partials of the built-in pack print, it finds
// nothing to change.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { format } from "prettier";
import { expect, test } from "vitest";
import { type Code, word } from "../../../../src/languages/printable.js";
import { slashSyntax } from "../../../../src/languages/syntax.js";
import type { TsType } from "../../../../src/languages/typescript/ts-type.js";
import { renderFiles } from "../../../../src/render/render-files.js";
import {
  tsTypeShape,
  viewOfType,
} from "../../../../src/targets/typescript/ts-type-view.js";
import { emptyPack } from "../../render/empty-pack.js";

const folder = fileURLToPath(
  new URL("../../../../templates/typescript/partials", import.meta.url),
);

// Calls of the partials that others of the pack have.
const partials = new Map(
  readdirSync(folder)
    .map((file) => ({
      file,
      text: readFileSync(`${folder}/${file}`, "utf8"),
    }))
    .filter(({ text }) => /^\{\{!-- view: TsTypeView/.test(text))
    .map((partial) => [partial.file.replace(".hbs", ""), partial]),
);

const templates = {
  alias: "export type {{name}} ={{> assigned type}};\n",
  property: "export interface X {\n  {{name}}?:{{> typed type}};\n}\n",
};

function print(
  template: keyof typeof templates,
  name: string,
  type: TsType,
): string {
  const shape = { fields: { name: "word", type: tsTypeShape } } as const;
  const target = {
    ...{ name: "test", viewVersion: 1, runtime: [], hasOwnFiles: true },
    syntax: slashSyntax("\"'`"),
    templates: { [template]: shape },
  };
  const text = { file: "page.hbs", text: templates[template] };
  const pack = {
    ...{ ...emptyPack, partials, runtime: new Map() },
    templates: new Map([[template, text]]),
  };
  const view = { name, type: viewOfType(type) };
  const [file] = renderFiles(
    [{ path: "p", template, model: null, view }],
    pack,
    target,
  );
  return file?.contents ?? "no file";
}

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

test("a property of any type is printed as Prettier does", async () => {
  await fc.assert(
    fc.asyncProperty(type, identifier, async (of, key) => {
      const text = print("property", key, of);
      expect(text).toBe(await format(text, { parser: "typescript" }));
    }),
    parameters,
  );
});

test("an alias of any type is printed as Prettier does", async () => {
  await fc.assert(
    fc.asyncProperty(type, identifier, async (of, name) => {
      const text = print("alias", name, of);
      expect(text).toBe(await format(text, { parser: "typescript" }));
    }),
    parameters,
  );
});

const unionOfReferences = fc
  .array(identifier.map(named), { minLength: 2, maxLength: 3 })
  .map((members): TsType => ({ kind: "union", members }));

test("intersections of references and unions are printed as Prettier does", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(identifier.map(named), unionOfReferences), {
        minLength: 2,
        maxLength: 4,
      }),
      identifier,
      async (members, name) => {
        const text = print("alias", name, { kind: "intersection", members });
        expect(text).toBe(await format(text, { parser: "typescript" }));
      },
    ),
    parameters,
  );
});
