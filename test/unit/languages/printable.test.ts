// The brands of text: what the compiler lets into code, and what it refuses. `npm run
// lint` checks each `@ts-expect-error`; one that refuses nothing is an error there.

import { expect, expectTypeOf, test } from "vitest";
import {
  type BlockComment,
  type Code,
  code,
  joinCode,
  type LineComment,
  ownWord,
  stringContent,
  type Word,
  word,
} from "../../../src/languages/printable.js";
import { tsString } from "../../../src/languages/typescript/typescript-literals.js";
import { tsTypeName } from "../../../src/languages/typescript/typescript-names.js";
import type { TsModelView } from "../../../src/targets/typescript/typescript-view.js";

const raw = ["text", "of", "a", "document"].join(" ");
const name = tsTypeName("pet");
const verb = "parse" as "parse" | "safeParse";

test("code takes code, words, numbers and what the compiler knows", () => {
  expect(code`const ${name} = ${tsString(raw)};`).toBe(
    'const Pet = "text of a document";',
  );
  expect(word`${verb}${name}${2}`).toBe("parsePet2");
  expect(joinCode([code`a`, name], code`, `)).toBe("a, Pet");
  expect(stringContent`./model/${name}.js`).toBe("./model/Pet.js");
  expectTypeOf<Word>().toExtend<Code & LineComment & BlockComment>();
});

test("raw text is refused, however it is dressed up", () => {
  // @ts-expect-error raw text
  code`const x = ${raw};`;
  // @ts-expect-error raw text in text of ours
  code`const x = ${`"${raw}"`};`;
  // @ts-expect-error raw text beside code
  code`${name}${raw}`;
  // @ts-expect-error raw text
  ownWord(raw);
  // @ts-expect-error raw text is not an identifier
  word`parse${raw}`;
  // @ts-expect-error code is not an identifier
  word`parse${tsString(raw)}`;
  // @ts-expect-error code may end a string
  stringContent`./model/${tsString(raw)}.js`;
  // @ts-expect-error raw text
  joinCode([name, raw], code`, `);
});

test("a view takes each text only from the escape of its place", () => {
  const view = { imports: [], declarations: [] };
  // @ts-expect-error raw text behind `//`
  const header: TsModelView = { ...view, pointer: raw };
  // @ts-expect-error code may have several lines
  const syntax: TsModelView = { ...view, pointer: tsString(raw) };
  expect([header, syntax]).toHaveLength(2);
});
