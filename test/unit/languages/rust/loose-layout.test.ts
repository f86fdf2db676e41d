// Line breaks and comments of the loose form.

import { describe, expect, test } from "vitest";
import { word } from "../../../../src/languages/printable.js";
import { looseDoc } from "../../../../src/languages/rust/loose-doc.js";
import {
  looseFieldType,
  looseImplBreak,
  looseUse,
} from "../../../../src/languages/rust/loose-layout.js";
import { rustTypeName } from "../../../../src/languages/rust/rust-names.js";

const name = (length: number) => rustTypeName("N".repeat(length));

describe("use", () => {
  test("one, several, none", () => {
    expect(looseUse([])).toBeNull();
    expect(looseUse([word`A`])).toBe("A");
    expect(looseUse([word`A`, word`B`])).toBe("{A, B}");
  });

  test("up to 89 columns on one line", () => {
    const rest = "use super::{A, };".length;
    expect(looseUse([word`A`, name(89 - rest)])).not.toContain("\n");
    expect(looseUse([word`A`, name(90 - rest)])).toBe(
      `{\n    A, ${name(90 - rest)},\n}`,
    );
  });

  test("lines are filled to 89 columns, the last comma not counted", () => {
    const first = name(40);
    expect(looseUse([first, name(42), word`B`])).toBe(
      `{\n    ${first}, ${name(42)},\n    B,\n}`,
    );
    expect(looseUse([first, name(43), word`B`])).toBe(
      `{\n    ${first},\n    ${name(43)}, B,\n}`,
    );
    // As the last item it has two columns more: 4 + 41 + 1 + 43 are 89.
    expect(looseUse([first, name(43)])).toBe(
      `{\n    ${first}, ${name(43)},\n}`,
    );
    expect(looseUse([first, name(44)])).toBe(
      `{\n    ${first},\n    ${name(44)},\n}`,
    );
  });
});

describe("a field", () => {
  const rest = "    pub f: Option<>,".length;

  test("up to 89 columns on one line", () => {
    expect(
      looseFieldType(word`f`, [word`Option`, name(89 - rest)]),
    ).not.toContain("\n");
    expect(looseFieldType(word`f`, [word`Option`, name(90 - rest)])).toBe(
      `Option<\n        ${name(90 - rest)},\n    >`,
    );
  });

  test("only the outermost breaks where the rest then fits", () => {
    expect(looseFieldType(word`f`, [word`Option`, word`Vec`, name(70)])).toBe(
      `Option<\n        Vec<${name(70)}>,\n    >`,
    );
    expect(looseFieldType(word`f`, [word`Option`, word`Vec`, name(80)])).toBe(
      `Option<\n        Vec<\n            ${name(80)},\n        >,\n    >`,
    );
  });
});

test("a line breaks before `for` where the first line is wider than 89 columns", () => {
  const rest = "impl std::fmt::Display for  {".length;
  expect(looseImplBreak(name(89 - rest))).toBe(" ");
  expect(looseImplBreak(name(90 - rest))).toBe("\n");
});

test.each([
  [null, null],
  ["", "///"],
  ["One line.", "///One line."],
  ["Two\n\nlines.", "/**Two\n\nlines.*/"],
  ["Spaces  \nat the end", "/**Spaces\nat the end*/"],
  // A text that would not compile as a comment becomes an attribute.
  ["/a/path", '#[doc = "/a/path"]'],
  ["ends */ here\n", '#[doc = "ends */ here\\n"]'],
  ["opens /*\nonly", '#[doc = "opens /*\\nonly"]'],
  ["nests /* it\n*/ well", "/**nests /* it\n*/ well*/"],
  ["a\nslash/", '#[doc = "a\\nslash/"]'],
  ["turns \u202e\n", '#[doc = "turns \\u{202e}\\n"]'],
])("the doc of %j", (text, doc) => {
  expect(looseDoc(text)).toBe(doc);
});
