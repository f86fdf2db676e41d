// Repeated keys of JSON, against the `yaml` package, which reads JSON as well and
// compares each key with all others.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument, visit } from "yaml";
import {
  parseJson,
  RepeatedKeyError,
} from "../../../../src/source/text/parse-json.js";
import { parseYaml } from "../../../../src/source/text/parse-yaml.js";
import {
  describeRepeatedKey,
  type RepeatedKey,
} from "../../../../src/source/text/repeated-key.js";
import { scanJson } from "../../../../src/source/text/scan-json.js";

/** Few names, so that some meet: equal only after unescaping, of prototypes, awkward. */
const keyText = fc.constantFrom(
  '"a"',
  '"\\u0061"',
  '"b"',
  '"__proto__"',
  '"\\u005f_proto__"',
  '"constructor"',
  '"1"',
  '""',
  '"\\\\"',
  '"\\""',
  '"a\\":"',
  '"{"',
  '"\\ud83d\\ude00"',
  '"😀"',
);

const space = fc.constantFrom("", " ", "\n", "\r\n  ", "\t");

const { document } = fc.letrec((tie) => ({
  document: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie("scalar"),
    tie("list"),
    tie("object"),
  ),
  scalar: fc.constantFrom(
    ...["1", "-0.5e-7", "1e3", "true", "false", "null"],
    ...['"x"', '"a\\":1"', '"\\\\"', '":"', '"}{"'],
  ),
  list: fc
    .array(tie("document"), { maxLength: 3 })
    .map((items) => `[${items.join(",")}]`),
  object: fc
    .array(fc.tuple(keyText, space, space, tie("document")), { maxLength: 4 })
    .map(
      (entries) =>
        `{${entries.map(([key, a, b, value]) => `${a}${key}${b}:${a}${value}`).join(",")}}`,
    ),
}));

describe("parseJson", () => {
  test("throws exactly where an object has a key twice, and else is JSON.parse", () => {
    let repeated = 0;
    fc.assert(
      fc.property(document, (drawn) => {
        const text = String(drawn);
        const oracle = parseDocument(text, {
          version: "1.2",
          logLevel: "silent",
        });
        const twice = oracle.errors.filter(
          (one) => one.code === "DUPLICATE_KEY",
        );
        expect(oracle.errors.length).toBe(twice.length);
        if (twice.length === 0) {
          expect(parseJson(text)).toEqual(JSON.parse(text));
          return;
        }
        repeated++;
        const found = catchRepeated(text);
        expect(found.keys.length).toBe(twice.length);
      }),
      { numRuns: 2000 },
    );
    expect(repeated).toBeGreaterThan(100);
  });

  test("has the places of both keys", () => {
    const text =
      '{\n  "a": {"x": 1},\n  "b": [{}, {"x": 1, "\\u0078": 2}],\n "a": 3}';
    expect(catchRepeated(text).keys).toEqual([
      {
        place: ["b", 1, "x"],
        first: { line: 3, column: 14 },
        line: 3,
        column: 22,
      },
      {
        place: ["a"],
        first: { line: 2, column: 3 },
        line: 4,
        column: 2,
      },
    ]);
  });

  test("JSON read as YAML has the same repeated keys, at the same places", () => {
    let compared = 0;
    fc.assert(
      fc.property(document, (drawn) => {
        const text = String(drawn);
        const yaml = parseYaml(text, { schema: "core", version: "1.2" });
        expect(yaml.faults).toEqual([]);
        if (yaml.repeatedKeys.length === 0) {
          expect(() => parseJson(text)).not.toThrow();
          return;
        }
        compared++;
        const described = (keys: readonly RepeatedKey[]) =>
          keys
            .map((key) => `${key.place.join("/")}: ${describeRepeatedKey(key)}`)
            .sort();
        expect(described(catchRepeated(text).keys)).toEqual(
          described(yaml.repeatedKeys),
        );
      }),
      { numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  test("of very many, some are named", () => {
    const deep = '{"a":'.repeat(20_000);
    const text = `${deep}{${'"b":1,'.repeat(20_000)}"c":1}${"}".repeat(20_000)}`;
    expect(catchRepeated(text).keys).toHaveLength(20);
  });

  test("a document of any depth is counted without recursion", () => {
    const text = `${'{"a":['.repeat(50_000)}${"]}".repeat(50_000)}`;
    expect(() => parseJson(text)).not.toThrow();
  });
});

describe("scanJson", () => {
  test("finds each number as it is written, and where", () => {
    fc.assert(
      fc.property(document, (drawn) => {
        const text = String(drawn);
        const found: string[] = [];
        scanJson(text, { onNumber: (_place, source) => found.push(source) });
        const expected: string[] = [];
        visit(parseDocument(text, { uniqueKeys: false, logLevel: "silent" }), {
          Scalar(_key, { value, source = "" }) {
            if (typeof value === "number") expected.push(source);
          },
        });
        expect(found).toEqual(expected);
      }),
    );
  });
});

function catchRepeated(text: string): RepeatedKeyError {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof RepeatedKeyError) return error;
    throw error;
  }
  throw new Error(`no key is found twice in ${text}`);
}
