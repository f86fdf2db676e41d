// Regular expressions without the engine that runs them: it is the oracle wherever it
// ends, and it does not have to where it would never end.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backtracks } from "../../../../../src/ir/query/patterns/backtracks.js";
import { matchesPattern } from "../../../../../src/ir/query/patterns/matches-pattern.js";
import { samplePattern } from "../../../../../src/samples/sample-pattern.js";

const atom = fc.constantFrom(
  ...["a", "b", "[ab]", "[^a]", "\\w", "\\d", ".", "\\u{61}", "[\\]a]"],
  ...["\\uD83D\\uDE00", "\\p{L}", "\\.", "\\x61"],
);
const quantifier = fc.constantFrom(
  ...["", "", "*", "+", "?", "{2}", "{0,2}", "{2,}", "*?", "{1,3}?"],
);
const { pattern } = fc.letrec<{ pattern: string; item: string }>((tie) => ({
  pattern: fc
    .array(fc.array(tie("item"), { maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((all) => all.map((items) => items.join("")).join("|")),
  item: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.tuple(atom, quantifier).map(([one, times]) => one + times),
    fc.constantFrom("^", "$", "\\b", "\\B"),
    fc
      .tuple(fc.constantFrom("(", "(?:", "(?<n>"), tie("pattern"), quantifier)
      .map(([open, inner, times]) => `${open}${inner})${times}`),
  ),
}));
const text = fc.string({
  unit: fc.constantFrom(..."abc1 .]-é"),
  maxLength: 7,
});

function isValid(source: string): boolean {
  try {
    new RegExp(source, "u");
    return true;
  } catch {
    return false; // two groups of one name
  }
}

test("a text matches if the regular expression engine matches it", () => {
  fc.assert(
    fc.property(pattern.filter(isValid), text, (source, value) => {
      const expected = new RegExp(source, "u").test(value);
      expect(matchesPattern(source, value)).toBe(expected);
    }),
    { numRuns: 5000, seed: 1 },
  );
});

/** Each with whether 60 times `a`, and something else behind it, matches. */
test.each([
  ["a{1000000000}", false],
  ["(?:a{1000}){1000}", false],
  [`${"(".repeat(5000)}a${")".repeat(5000)}`, true],
  ["[0-9]{1,20}-?".repeat(300), false],
  ["^(a+)+b$", false],
  ["((((((a+)+)+)+)+)+)+b", false],
])(
  "%.20s is sampled and matched without an end to wait for",
  (source, isMatch) => {
    for (const sample of samplePattern(source, [0, 1, 16])) {
      expect(matchesPattern(source, sample)).toBe(true);
    }
    expect(matchesPattern(source, `${"a".repeat(60)}!`)).toBe(isMatch);
  },
);

test("what would take too many steps is not known to match", () => {
  const source = "[0-9]{1,20}-?".repeat(5000);
  expect(matchesPattern(source, "1".repeat(5000))).toBe(false);
});

describe("an expression that can take exponential time", () => {
  test.each([
    ...["^(a+)+$", "(a|a)*", "(.*a){20}", "^([a-z]+)*$", "^(a|ab|b)*$"],
    ...["(x+x+)+y", "^(\\w+\\s?)*$", "(?:a{1,3})*b", "(?:a{2,3})+$"],
    ...["(?:a?){30}a{30}", "^(a*)*$", "(?=(a+)+$)", "(\\w|\\d)*!"],
    ...["^(?:[0-9]{1,20}-?){1,100}$", "(é|\\p{L})+$", "^(?:a|b|[ab])+$"],
    "([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@)",
    "^(?:[\\u0600-\\u0640]|[\\u0620-\\u06ff])*$",
  ])("is found: %s", (source) => {
    expect(backtracks(source)).toBe(true);
  });

  test.each([
    ...["^[a-z0-9-]{1,63}$", "^\\d{4}-\\d{2}-\\d{2}$", ".*", "a{1000000000}"],
    ...["^[^@]+@[^@]+\\.[^@]+$", "^([a-z0-9]+(-[a-z0-9]+)*)$", "(foo|bar)*"],
    ...["^(([a-zA-Z0-9_-])+\\.)*[a-z]+$", "^(?=.*[a-z])(?=.*\\d).{8,}$"],
    ...["^/([^/]+/)*[^/]*$", "^(a|b|c|ab)$", "^(?:(?<a>x)|y)*\\k<a>$"],
    "^(0|[1-9]\\d*)(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?$",
    "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
    "^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.|$)){4}$",
  ])("is not any other: %s", (source) => {
    expect(backtracks(source)).toBe(false);
  });

  test("no expression ends it", () => {
    for (const source of [
      `${"(".repeat(5000)}a${")".repeat(5000)}`,
      `${"(a".repeat(5000)}${")".repeat(5000)}`,
      "(?:a|b)".repeat(5000),
      Array.from({ length: 5000 }, (_, index) => `a${index}`).join("|"),
    ]) {
      expect(typeof backtracks(source)).toBe("boolean");
    }
  });
});
