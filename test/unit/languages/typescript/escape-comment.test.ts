// Text of a document in comments, with the compiler as the oracle: whatever the text, it
// stays within its comment, and no tool takes it for an instruction.

import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import {
  blockComment,
  tsLineComment,
} from "../../../../src/languages/typescript/escape-comment.js";

const fragments = fc.constantFrom(
  ...["\n", "\r", "\u2028", "\u2029", "\u0085", "\0", "\u001b[31m", "\ufeff"],
  ...["\u202a", "\u202e", "\u2066", "\u2069", "\ud800", "\udfff", "\t"],
  ...["*/", "/*", "//", "*", "/", "`", "``", "```", "{", "}", "\\", " ", "  "],
  ...["@", "@deprecated", "@internal", "@Internal", "@jsx x", "@see"],
  ...["@ts-nocheck", "@ts-ignore", "@jsxImportSource x", "{@link x}"],
  ...[
    "//# sourceMappingURL=x",
    "\u200b",
    "\u3000",
    "word",
    ";debugger;",
    "&#64;",
    "é",
    "💥",
  ],
);
const hostile = fc
  .array(fragments, { maxLength: 8 })
  .map((all) => all.join(""));
const parameters = { numRuns: 3000, seed: 20240410 };

/** A member with the comment, another without, and a statement behind them. */
function parse(text: string): ts.SourceFile {
  const target = ts.ScriptTarget.ES2022;
  return ts.createSourceFile("a.ts", text, target, true, ts.ScriptKind.TS);
}

function inBlock(line: string): string {
  return `export interface A {\n  /**\n   * ${blockComment(line)}\n   */\n  a: string;\n  b: string;\n}\n`;
}

test("a comment block ends where ours ends, and has no tag", () => {
  fc.assert(
    fc.property(hostile, (line) => {
      const text = inBlock(line);
      const [statement, ...others] = parse(text).statements;
      expect(others).toEqual([]);
      if (statement === undefined || !ts.isInterfaceDeclaration(statement)) {
        throw new Error(text);
      }
      expect(statement.members.map((one) => one.name?.getText())).toEqual([
        "a",
        "b",
      ]);
      const tags = statement.members.flatMap(ts.getJSDocTags);
      expect(tags.map(({ tagName }) => tagName.text)).toEqual([]);
      expect(text).not.toMatch(/\p{Surrogate}/u);
      expect(text).not.toMatch(
        /[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u,
      );
    }),
    parameters,
  );
});

test("a line behind // ends where ours ends", () => {
  fc.assert(
    fc.property(hostile, (pointer) => {
      const text = `// #/${tsLineComment(pointer)}\nexport const a = 1;\n`;
      expect(text.split("\n")).toHaveLength(3);
      expect(parse(text).statements).toHaveLength(1);
      expect(text).not.toMatch(
        /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u,
      );
    }),
    parameters,
  );
});

describe("tools that search the whole comment find nothing", () => {
  test.each(["@internal", "see @internal", "`@internal`", "\\@internal"])(
    "stripInternal keeps what is described by %s",
    (line) => {
      const { outputText } = ts.transpileDeclaration(inBlock(line), {
        compilerOptions: { stripInternal: true },
      });
      expect(outputText).toContain("a: string");
    },
  );

  test("and does so for the header of a file", () => {
    const { outputText } = ts.transpileDeclaration(
      `// #/${tsLineComment("x @internal")}\nexport interface A {}\n`,
      { compilerOptions: { stripInternal: true } },
    );
    expect(outputText).toContain("interface A");
  });

  test("no pragma, no source map", () => {
    expect(blockComment("@jsxImportSource evil")).toBe(
      "&#64;jsxImportSource evil",
    );
    expect(blockComment("//# sourceMappingURL=data:x")).not.toContain("URL=");
    expect(tsLineComment("/*# sourceMappingURL=data:x")).not.toContain("URL=");
  });
});

describe("what is harmless is left alone", () => {
  test.each([
    ["me@example.com or a `@decorator` @ home", null],
    ["@ home", "\\@ home"],
    ["`@decorator` and (`@x`)", null],
    ["`npm i @scope/name`", "`npm i \\@scope/name`"],
    ["a\u200b@x", "a\u200b\\@x"],
    ["run npm i @scope/name", "run npm i \\@scope/name"],
    ["@see", "\\@see"],
    ["ends */ here", "ends *\\/ here"],
    ["a\u202eb", "a\\u202eb"],
    ["a\tb", null],
  ])("%j", (line, expected) => {
    expect(blockComment(line)).toBe(expected ?? line);
  });
});
