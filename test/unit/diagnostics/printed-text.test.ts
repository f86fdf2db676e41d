// Output is read by a terminal, or by a CI runner that executes certain lines. Neither may
// interpret text of a document as a command.

import { describe, expect, test } from "vitest";
import { jsonText } from "../../../src/diagnostics/json-text.js";
import {
  terminalLine,
  terminalText,
} from "../../../src/diagnostics/terminal-text.js";

/** Every character that a terminal obeys, hides or reorders, by its code. */
const unprintable = [
  ...Array.from({ length: 0x20 }, (_, code) => code),
  ...Array.from({ length: 0x21 }, (_, index) => 0x7f + index),
  ...[0x061c, 0x200e, 0x200f, 0x2028, 0x2029, 0xd800, 0xdfff, 0xfeff],
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
].map((code) => String.fromCharCode(code));

describe("terminalText", () => {
  test("writes an escape for what is not printable, and keeps the layout", () => {
    const kept = unprintable.filter((one) => terminalText(one) === one);
    expect(kept).toEqual(["\t", "\n"]);
    expect(terminalText("\u001b[31m\u009b\u202e\ud800")).toBe(
      "\\x1b[31m\\x9b\\u202e\\ud800",
    );
  });

  test("keeps words of every language", () => {
    const words = "naïve Ωμέγα שלום مرحبا 日本語 👩‍👩‍👧 \u{1d4d0} e\u0301";
    expect(terminalText(words)).toBe(words);
  });

  test.each([
    ["::error::x", "\\x3a:error::x"],
    ["a\n  ::set-env name=A::b", "a\n  \\x3a:set-env name=A::b"],
    ["x ##[error]y", "x #\\x23[error]y"],
    ["###[error]y", "##\\x23[error]y"],
    ["##vso[task.x]", "#\\x23vso[task.x]"],
    ["std::vec::Vec, a ## heading", "std::vec::Vec, a ## heading"],
  ])("gives a CI runner nothing to obey: %j", (text, expected) => {
    expect(terminalText(text)).toBe(expected);
  });

  test("changes nothing the second time", () => {
    const once = terminalText(`${unprintable.join("")}\n::a\n##[b]`);
    expect(terminalText(once)).toBe(once);
  });
});

describe("terminalLine", () => {
  test("is one line", () => {
    expect(terminalLine("a\nerror: b\tc")).toBe("a\\x0aerror: b\\x09c");
  });
});

describe("jsonText", () => {
  const value = { [unprintable.join("")]: ["##[error]x", "::y", 'a"\\'] };

  test("parses to what it was made of", () => {
    expect(JSON.parse(jsonText(value))).toEqual(value);
  });

  test("is as safe as any other text on a terminal", () => {
    expect(terminalText(jsonText(value))).toBe(jsonText(value));
    expect(jsonText(value)).not.toContain("\t");
  });

  test("is laid out as ever", () => {
    expect(jsonText({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
  });
});
