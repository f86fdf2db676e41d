// How CommonMark reads text of a document, according to its rules for code spans.

import { expect, test } from "vitest";
import { codeSpan, plainWords } from "../../../src/languages/markdown-text.js";

test.each([
  ["GET /pets", "`GET /pets`"],
  ["a`b", "`` a`b ``"],
  ["``", "``` `` ```"],
  ["a\n* b\u2028c", "`a * b c`"],
  ["", "`  `"],
])("%j as code", (text, span) => {
  expect(codeSpan(text)).toBe(span);
});

test("words of a document begin no Markdown of theirs", () => {
  expect(plainWords("CARD_ERROR")).toBe("CARD_ERROR");
  expect(plainWords("a [b](c) `d` **e** <f>\n- g")).toBe(
    "a \\[b\\](c) \\`d\\` \\*\\*e\\*\\* \\<f\\> - g",
  );
});
