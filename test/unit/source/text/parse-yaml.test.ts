// The keys of YAML maps as strings, and keys that become equal as strings.

import { describe, expect, test } from "vitest";
import { parseYaml } from "../../../../src/source/text/parse-yaml.js";

const options = { merge: true, schema: "core", version: "1.2" } as const;

/** Text → line and column of the second key. */
const repeated: readonly (readonly [string, string])[] = [
  ["a: 1\na: 2", "2:1"],
  ["1: a\n'1': b", "2:1"],
  ["'a': 1\n\"\\u0061\": 2", "2:1"],
  ["true: 1\n'true': 2", "2:1"],
  ["null: 1\n'null': 2", "2:1"],
  [": 1\n'': 2", "2:1"],
  ["x: {b: 1, b: 2}", "1:11"],
  ["- {b: 1}\n- {c: 1,\n   c: 2}", "3:4"],
  ["x: &k a\n*k : 1\na: 2", "3:1"],
  ["__proto__: 1\n__proto__: 2", "2:1"],
  ["!!str 1: a\n1: b", "2:1"],
  ["a: |\n  a: 1\nb: 2\na: 3", "4:1"],
  ["base: &b {x: 1, x: 2}\nc:\n  <<: *b", "1:17"],
];

/** Text → what it is as JSON: none of it is lost. */
const kept: readonly (readonly [string, unknown])[] = [
  ["1: a\n1.0: b\n1.10: c", { "1": "a", "1.0": "b", "1.10": "c" }],
  ["200: a\n0x1F: b\n31: c", { "200": "a", "0x1F": "b", "31": "c" }],
  ["null: a\n~: b\n? \n: c", { null: "a", "~": "b", "": "c" }],
  [
    "True: a\ntrue: b\nyes: c\nno: d",
    { True: "a", true: "b", yes: "c", no: "d" },
  ],
  [
    "9007199254740993: a\n9007199254740992: b",
    { "9007199254740993": "a", "9007199254740992": "b" },
  ],
  [
    "b: &b {q: 1, r: 2}\na: {<<: *b, q: 3}",
    { b: { q: 1, r: 2 }, a: { q: 3, r: 2 } },
  ],
  [
    "b: &b {q: 1}\nc: &c {q: 2, r: 2}\na: {<<: [*b, *c]}",
    { b: { q: 1 }, c: { q: 2, r: 2 }, a: { q: 1, r: 2 } },
  ],
  ["a: &x 1\n*x : 2", { a: 1, "1": 2 }],
  ["a: {x: 1}\nb: {x: 2}", { a: { x: 1 }, b: { x: 2 } }],
];

describe("keys of YAML", () => {
  test.each(repeated)("%j has one twice", (text, where) => {
    const { faults, repeatedKeys } = parseYaml(text, options);
    expect(faults).toEqual([]);
    expect(repeatedKeys.map(({ line, column }) => `${line}:${column}`)).toEqual(
      [where],
    );
  });

  test.each(kept)("%j has each once", (text, value) => {
    const { document, faults, repeatedKeys } = parseYaml(text, options);
    expect([faults, repeatedKeys]).toEqual([[], []]);
    expect(document.toJS()).toEqual(value);
  });

  test("a place leads through maps, lists and merge keys", () => {
    const text =
      "a:\n  - b: 1\n  - <<: {c: 1, c: 2}\n    ? d\n    : [{e: 1, e: 2}]";
    const { repeatedKeys } = parseYaml(text, options);
    expect(repeatedKeys.map(({ place }) => place)).toEqual([
      ["a", 1, "<<", "c"],
      ["a", 1, "d", 0, "e"],
    ]);
  });

  test("a large map is compared in one pass", () => {
    const text = Array.from({ length: 30_000 }, (_one, i) => `k${i}: 1`).join(
      "\n",
    );
    expect(parseYaml(`${text}\nk7: 2`, options).repeatedKeys).toEqual([
      {
        place: ["k7"],
        first: { line: 8, column: 1 },
        line: 30_001,
        column: 1,
      },
    ]);
  });
});
