// Hostile values, and values that JSON does not have: none of them causes damage, hangs or
// is misread. Also the exact text of each message.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { objectOf, smallDocument } from "../e2e/small-document.js";
import { loadModules } from "./load-modules.js";
import {
  type Issue,
  loadValidators,
  type Options,
  type Validator,
} from "./load-validators.js";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };
const strict: Options = { mode: "strict" };

const inherited = ["__proto__", "constructor", "hasOwnProperty", "toString"];

const document = smallDocument({
  // Declared, and each may be absent.
  odd: objectOf(Object.fromEntries(inherited.map((name) => [name, text]))),
  needy: objectOf(
    Object.fromEntries(inherited.map((name) => [name, text])),
    inherited,
  ),
  asked: {
    allOf: [ref("odd"), { required: inherited }],
  },
  half: objectOf({ a: { type: ["string", "null"] }, b: text, c: text }),
  sparse: { allOf: [ref("half"), { required: ["a", "b"] }] },
  box: objectOf({
    size: objectOf({ width: { type: "integer" }, unit: ref("plain") }),
    sides: { type: "array", items: objectOf({ top: text }) },
  }),
  crate: {
    allOf: [
      ref("box"),
      objectOf({
        size: objectOf({ height: { type: "integer" } }, ["height"]),
        sides: {
          type: "array",
          items: {
            anyOf: [
              objectOf({ side: text }, ["side"]),
              objectOf({ low: text }, ["low"]),
            ],
          },
        },
      }),
    ],
  },
  crates: objectOf({ all: { type: "array", items: ref("crate") } }),
  some: { type: "object", minProperties: 1 },
  sole: { type: "object", unevaluatedProperties: false },
  // Told apart by enums: one schema has two values of the discriminator.
  plane: objectOf({ kind: text, wings: { type: "integer" } }, ["kind"]),
  ship: objectOf({ kind: text, masts: { type: "integer" } }, ["kind"]),
  craft: {
    oneOf: [ref("plane"), ref("ship")],
    discriminator: {
      propertyName: "kind",
      mapping: {
        glider: "#/components/schemas/plane",
        jet: "#/components/schemas/plane",
        sloop: "#/components/schemas/ship",
        ferry: "#/components/schemas/ship",
      },
    },
  },
  loose: { anyOf: [objectOf({ a: text }), objectOf({ b: text })] },
  payment: objectOf({
    payer: {
      anyOf: [{ type: "string", pattern: "^cus_" }, ref("plain")],
      "x-expansionResources": { oneOf: [ref("plain")] },
    },
  }),
  plain: objectOf({ name: text }),
  letters: objectOf(Object.fromEntries([..."abcdef"].map((a) => [a, text]))),
  names: { type: "object", additionalProperties: text },
  tree: objectOf({ child: ref("tree"), value: { type: "integer" } }),
  // No property distinguishes the two kinds of node.
  node: { anyOf: [ref("left"), ref("right")] },
  left: objectOf({ next: ref("node"), a: text }),
  right: objectOf({ next: ref("node"), b: text }),
  one: {
    oneOf: [
      objectOf({ next: ref("one"), a: text }),
      objectOf({ next: ref("one"), b: text }),
    ],
  },
  tagged: {
    oneOf: ["l", "r"].map((kind) =>
      objectOf({ kind: { const: kind }, next: ref("tagged") }, ["kind"]),
    ),
  },
  wide: { allOf: [ref("names"), ref("plain")] },
  list: { type: "array", items: { type: "integer" } },
  pair: { type: "array", prefixItems: [text, text], items: false },
  several: { type: "array", items: {}, uniqueItems: true },
  choice: {
    anyOf: [ref("plain"), ref("letters"), { type: "string" }, { type: "null" }],
  },
  scalars: objectOf({
    bool: { type: "boolean" },
    int: { type: "integer" },
    num: { type: "number", multipleOf: 0.01 },
    str: { type: "string", minLength: 2, maxLength: 3, pattern: "^a" },
    tag: { const: "x" },
    kind: { enum: ["a", "b"] },
    any: {},
    obj: { type: "object" },
    map: { type: "object", additionalProperties: text },
    arr: { type: "array", items: text, minItems: 1, maxItems: 2 },
    nil: { type: "null" },
    two: { anyOf: [{ type: "string" }, { type: "integer" }] },
    opt: { type: ["string", "null"] },
  }),
  cat: objectOf({ type: { const: "cat" }, lives: { type: "integer" } }, [
    "type",
    "lives",
  ]),
  dog: objectOf({ type: { const: "dog" }, good: { type: "boolean" } }, [
    "type",
    "good",
  ]),
  pets: { type: "array", items: { anyOf: [ref("cat"), ref("dog")] } },
});

const { of, generated } = loadValidators("hostile.json", document);

function issuesOf(name: string, value: unknown, options?: Options) {
  const parsed = of(name).safeParse(value, options);
  return parsed.ok ? [] : parsed.issues.map(String);
}

function driftOf(name: string, value: unknown) {
  return of(name).safeParse(value).drift.map(String);
}

test("what is required beside, and may be null, a lenient reader does without", () => {
  expect(issuesOf("sparse", { b: "x" })).toEqual([]);
  expect(issuesOf("sparse", { b: "x" }, strict)).toEqual([
    "a: expected a value, received nothing",
  ]);
  expect(issuesOf("sparse", { a: null, b: "x" }, strict)).toEqual([]);
  expect(issuesOf("sparse", {})).toEqual([
    "b: expected a value, received nothing",
  ]);
});

test("what one part of an intersection lists of an object within is known to all", () => {
  const size = { width: 1, height: 2, unit: { name: "cm" } };
  const known = { size, sides: [{ top: "a", side: "b" }] };
  expect(driftOf("crate", known)).toEqual([]);
  expect(driftOf("crates", { all: [known] })).toEqual([]);
  const unknown = {
    size: { ...size, depth: 3, unit: { name: "cm", system: "SI" } },
    sides: [{ side: "a" }, { low: "b", bottom: "c" }],
    lid: true,
  };
  const drift = [
    "lid: unknown property",
    "size.unit.system: unknown property",
    "size.depth: unknown property",
    "sides.1.bottom: unknown property",
  ];
  expect(driftOf("crate", unknown)).toEqual(drift);
  expect(driftOf("crates", { all: [unknown] })).toEqual(
    drift.map((one) => `all.0.${one}`),
  );
  expect(issuesOf("crate", { size: { width: 1 } })).toEqual([
    "size.height: expected integer, received nothing",
  ]);
});

test("of an object that lists nothing, nothing is unknown", () => {
  expect(driftOf("some", { any: { thing: 1 } })).toEqual([]);
  expect(issuesOf("some", {}, strict)).toEqual([
    "value: expected at least 1 properties, received 0",
  ]);
  expect(driftOf("sole", { any: 1 })).toEqual(["any: unknown property"]);
  expect(issuesOf("sole", { any: 1 }, strict)).toEqual([
    "any: expected no such property, received 1",
  ]);
});

test("the values of an enum select the branch", () => {
  expect(driftOf("craft", { kind: "ferry", masts: 3 })).toEqual([]);
  for (const options of [{}, strict]) {
    expect(issuesOf("craft", { kind: "sloop", masts: "one" }, options)).toEqual(
      ["masts: expected integer, received string"],
    );
    expect(issuesOf("craft", { kind: "raft" }, options)).toEqual([
      'kind: expected "glider" | "jet" | "ferry" | "sloop", received "raft"',
    ]);
  }
});

test("of branches that fit, the one that knows most of the value is meant", () => {
  expect(driftOf("loose", { b: "q" })).toEqual([]);
  expect(driftOf("loose", { b: "q", c: 1 })).toEqual(["c: unknown property"]);
});

test("items are compared, whatever they are", () => {
  const circle: unknown[] = [];
  circle.push(circle);
  const deep = JSON.parse(`${'{"a":'.repeat(9000)}1${"}".repeat(9000)}`);
  for (const item of [circle, deep]) {
    expect(issuesOf("several", [item], strict)).toEqual([
      "value: expected items that can be compared, received a circle, or too many levels",
    ]);
  }
  expect(issuesOf("several", [1n, "1", 1], strict)).toEqual([]);
  expect(issuesOf("several", [{}, []], strict)).toEqual([]);
  expect(issuesOf("several", [{ a: [{}] }, { a: [[]] }], strict)).toEqual([]);
});

test("the expected types of a union are listed once, including null", () => {
  expect(issuesOf("choice", true)).toEqual([
    "value: expected object | string or null, received true",
  ]);
});

test("an id that is none of the object's is an issue in strict mode", () => {
  const other = { payer: "acct_1" };
  expect(issuesOf("payment", other)).toEqual([]);
  expect(issuesOf("payment", other, strict)).toEqual([
    'payer: expected a match of /^cus_/u, received "acct_1"',
  ]);
  expect(issuesOf("payment", { payer: "cus_1" }, strict)).toEqual([]);
  expect(issuesOf("payment", { payer: { name: "a" } }, strict)).toEqual([]);
});

test("whatever the order of its keys, unknown are those that are not listed", () => {
  // Listed are "a" to "f"; each may be absent, and stand anywhere.
  const keys = fc.uniqueArray(fc.constantFrom(..."abcdefghi"));
  const property = fc.property(keys, (own) => {
    const value = Object.fromEntries(own.map((key) => [key, "text"]));
    const unknown = own.filter((key) => key > "f");
    expect(driftOf("letters", value)).toEqual(
      unknown.map((key) => `${key}: unknown property`),
    );
  });
  fc.assert(property, { seed: 5, numRuns: 5000 });
});

describe("names that all objects inherit", () => {
  test("count only where the object has them itself", () => {
    for (const options of [{}, strict]) {
      expect(issuesOf("odd", {}, options)).toEqual([]);
      expect(issuesOf("needy", {}, options)).toEqual(
        inherited.map((name) => `${name}: expected string, received nothing`),
      );
      expect(issuesOf("asked", {}, options)).toEqual(
        inherited.map((name) => `${name}: expected a value, received nothing`),
      );
    }
  });

  const full = JSON.parse(
    '{"__proto__": "a", "constructor": "b", "hasOwnProperty": "c", "toString": "d"}',
  );
  const wrong = JSON.parse(
    '{"__proto__": {"polluted": 1}, "constructor": 1, "hasOwnProperty": 1, "toString": 1}',
  );

  test("are read as any other", () => {
    for (const name of ["odd", "needy", "asked"]) {
      expect(issuesOf(name, full, strict)).toEqual([]);
      expect(driftOf(name, full)).toEqual([]);
    }
    expect(issuesOf("needy", wrong)).toEqual([
      "__proto__: expected string, received object",
      "constructor: expected string, received 1",
      "hasOwnProperty: expected string, received 1",
      "toString: expected string, received 1",
    ]);
  });

  test("are unknown where they are not declared", () => {
    expect(driftOf("plain", full)).toEqual(
      inherited.map((name) => `${name}: unknown property`),
    );
    expect(issuesOf("names", full, strict)).toEqual([]);
    expect(issuesOf("names", wrong)).toHaveLength(4);
  });

  test("and leave the prototype as it was", () => {
    for (const name of ["odd", "plain", "names", "node", "tree"]) {
      of(name).safeParse(wrong);
    }
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect(Object.getPrototypeOf(wrong)).toBe(Object.prototype);
  });
});

describe("what could take forever", () => {
  const nest = (levels: number, key: string, leaf: unknown) => {
    let value = leaf;
    for (let level = 0; level < levels; level++) value = { [key]: value };
    return value;
  };

  test("10,000 levels are refused, and 400 are not", () => {
    expect(issuesOf("tree", nest(400, "child", {}))).toEqual([]);
    const [issue, ...others] = issuesOf("tree", nest(10_000, "child", {}));
    expect(issue).toMatch(
      /^child(\.child)*: expected at most 500 levels, received more$/,
    );
    expect(others).toEqual([]);
    expect(issuesOf("node", nest(10_000, "next", {}))).toHaveLength(1);
  });

  test("a value that holds itself is refused", () => {
    const circle: Record<string, unknown> = {};
    circle.child = circle;
    circle.next = circle;
    for (const name of ["tree", "node"]) {
      for (const options of [{}, strict]) {
        expect(of(name).is(circle, options)).toBe(false);
      }
    }
    // The contents are not checked.
    expect(of("plain").is(circle)).toBe(true);
  });

  test("items that contain each other do not cause a hang", () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(of("several").is(circle)).toBe(true);
    expect(of("list").is(circle)).toBe(false);
  });

  test("a wrong leaf under many levels of a union without tags", () => {
    for (const levels of [5, 20, 60, 400]) {
      const begin = performance.now();
      expect(of("node").is(nest(levels, "next", 1))).toBe(false);
      expect(of("node").is(nest(levels, "next", 1), strict)).toBe(false);
      expect(performance.now() - begin).toBeLessThan(5000);
    }
    expect(of("node").is(nest(400, "next", { b: "text" }))).toBe(true);
  });

  test("branches of which only one may fit, many levels deep", () => {
    const circle: Record<string, unknown> = {};
    circle.next = circle;
    expect(of("one").is(circle, strict)).toBe(false);
    expect(of("tagged").is({ kind: "l", next: circle }, strict)).toBe(false);
    let tagged: unknown = { kind: "r" };
    for (let level = 0; level < 400; level++) {
      tagged = { kind: level % 2 === 0 ? "l" : "r", next: tagged };
    }
    const begin = performance.now();
    expect(of("tagged").is(tagged, strict)).toBe(true);
    of("one").is(nest(400, "next", { b: 1 }), strict);
    expect(performance.now() - begin).toBeLessThan(5000);
    // It fits both.
    expect(issuesOf("one", { c: 1 })).toEqual([]);
    expect(issuesOf("one", { c: 1 }, strict)).toEqual([
      "value: expected one kind of value, received a value of 2 kinds",
    ]);
    expect(issuesOf("one", { a: "", next: { b: 1 } }, strict)).toEqual([
      "value: expected one kind of value, received a value of 2 kinds",
    ]);
  });

  test("many keys of what has parts that each list some", () => {
    const keys = Array.from({ length: 100_000 }, (_key, index) => `k${index}`);
    const wide = Object.fromEntries(keys.map((key) => [key, "a"]));
    const begin = performance.now();
    expect(of("wide").is(wide, strict)).toBe(true);
    expect(of("plain").is(wide, strict)).toBe(true);
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  test("a million items", () => {
    const wide = Array.from({ length: 1_000_000 }, (_item, index) => index);
    expect(of("list").is(wide, strict)).toBe(true);
    expect(issuesOf("list", [...wide, "a"])).toEqual([
      "1000000: expected integer, received string",
    ]);
  });
});

describe("what JSON has not", () => {
  test.each([
    ["undefined", undefined, "nothing"],
    ["NaN", Number.NaN, "NaN"],
    ["Infinity", Number.POSITIVE_INFINITY, "Infinity"],
    ["bigint", 1n, "bigint"],
    ["symbol", Symbol("a"), "symbol"],
    ["function", () => 1, "function"],
  ])("%s", (_name, value, received) => {
    expect(issuesOf("list", [value])).toEqual([
      `0: expected integer, received ${received}`,
    ]);
    expect(of("tree").is(value)).toBe(false);
    expect(of("names").is({ a: value })).toBe(false);
  });

  test("boxed values are objects", () => {
    const boxed = [Object("a"), Object(1), Object(true)];
    for (const value of boxed) {
      for (const key of ["str", "int", "bool"]) {
        expect(issuesOf("scalars", { [key]: value })).toHaveLength(1);
      }
    }
  });

  test("objects of classes are read by their properties", () => {
    for (const value of [new Map([["name", 1]]), new Date(0), /a/]) {
      expect(of("plain").is(value)).toBe(true);
      expect(of("scalars").is({ int: value })).toBe(false);
    }
    class Named {
      name = 1;
    }
    expect(issuesOf("plain", new Named())).toEqual([
      "name: expected string, received 1",
    ]);
  });

  test("objects without a prototype are objects", () => {
    const bare: Record<string, unknown> = Object.create(null);
    bare.name = "a";
    bare.other = 1;
    expect(issuesOf("plain", bare)).toEqual([]);
    expect(driftOf("plain", bare)).toEqual(["other: unknown property"]);
  });

  test("a property that is undefined is one that is absent", () => {
    expect(issuesOf("cat", { type: "cat", lives: undefined })).toEqual([
      "lives: expected integer, received nothing",
    ]);
    expect(
      issuesOf("scalars", { int: undefined, opt: undefined }, strict),
    ).toEqual([]);
  });

  test("a hole in an array is an item that is missing", () => {
    // biome-ignore lint/suspicious/noSparseArray: that is what is asked
    expect(issuesOf("list", [1, , 3])).toEqual([
      "1: expected integer, received nothing",
    ]);
  });

  test("what a getter throws is thrown", () => {
    const value = {
      get name(): string {
        throw new Error("no name");
      },
    };
    expect(() => of("plain").safeParse(value)).toThrow("no name");
    expect(issuesOf("plain", { name: "a" })).toEqual([]); // and nothing is left of it
  });
});

describe("the exact message", () => {
  const said: readonly [string, unknown, string][] = [
    ["bool", "true", "expected boolean, received string"],
    ["int", 1.5, "expected integer, received 1.5"],
    ["int", "1", "expected integer, received string"],
    ["num", null, "expected number, received null"],
    ["str", 5, "expected string, received 5"],
    ["tag", "y", 'expected "x", received "y"'],
    ["obj", [], "expected object, received array"],
    ["map", "a", "expected object, received string"],
    ["arr", {}, "expected array, received object"],
    ["nil", 0, "expected null, received 0"],
    ["two", true, "expected string | integer, received true"],
    ["opt", 1, "expected string or null, received 1"],
    ["kind", 1, 'expected "a" | "b", received 1'],
  ];

  test.each(said)("of %s: %j", (key, value, message) => {
    for (const options of [{}, strict]) {
      expect(issuesOf("scalars", { [key]: value }, options)).toEqual([
        `${key}: ${message}`,
      ]);
    }
  });

  const onlyStrict: readonly [string, unknown, readonly string[]][] = [
    ["num", 0.005, ["expected a multiple of 0.01, received 0.005"]],
    [
      "str",
      "bbbb",
      [
        "expected at most 3 characters, received 4",
        'expected a match of /^a/u, received "bbbb"',
      ],
    ],
    ["str", "a", ["expected at least 2 characters, received 1"]],
    ["str", "a😀", []],
    ["str", "a😀😀", []],
    ["arr", [], ["expected at least 1 items, received 0"]],
    ["arr", ["", "", ""], ["expected at most 2 items, received 3"]],
    ["kind", "c", ['expected "a" | "b", received "c"']],
  ];

  test.each(onlyStrict)("in strict mode of %s: %j", (key, value, messages) => {
    expect(issuesOf("scalars", { [key]: value })).toEqual([]);
    expect(issuesOf("scalars", { [key]: value }, strict)).toEqual(
      messages.map((message) => `${key}: ${message}`),
    );
  });

  const pets = [
    { type: "cat", lives: 9, color: "black" },
    { type: "dog" },
    { type: "cow" },
    { type: "cat", lives: "many" },
    "cat",
  ];

  test("of a union with tags: what is wrong with the branch that is meant", () => {
    const parsed = of("pets").safeParse(pets);
    expect(parsed.ok ? [] : parsed.issues.map(plain)).toEqual([
      { path: [1, "good"], expected: "boolean", received: "nothing" },
      { path: [2, "type"], expected: '"cat" | "dog"', received: '"cow"' },
      { path: [3, "lives"], expected: "integer", received: "string" },
      { path: [4], expected: "object", received: "string" },
    ]);
    expect(parsed.drift.map(({ path, kind }) => ({ path, kind }))).toEqual([
      { path: [0, "color"], kind: "property" },
    ]);
    expect(parsed.drift.map(String)).toEqual(["0.color: unknown property"]);
  });

  test("of the value itself", () => {
    expect(issuesOf("list", null)).toEqual([
      "value: expected array, received null",
    ]);
    expect(issuesOf("pair", ["a"])).toEqual([
      "value: expected 2 items, received 1",
    ]);
    expect(
      issuesOf(
        "several",
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
        strict,
      ),
    ).toEqual([
      "value: expected items that differ, received one of them twice",
    ]);
  });

  test("of an unknown value of an enum", () => {
    expect(driftOf("scalars", { kind: "paused" })).toEqual([
      'kind: unknown value "paused"',
    ]);
  });

  test("a text that is long is cut short", () => {
    const [message = ""] = issuesOf("scalars", { tag: "y".repeat(10_000) });
    expect(message).toBe(`tag: expected "x", received "${"y".repeat(59)}…"`);
  });

  test("by an error that is thrown", () => {
    const { ParseError } = loadModules(generated.files)("validation.ts");
    const thrown = throwing(of("pets"), pets);
    expect(thrown).toBeInstanceOf(Error);
    expect(ParseError).toBeTypeOf("function");
    expect(thrown).toMatchObject({
      name: "ParseError",
      message: [
        "1.good: expected boolean, received nothing",
        '2.type: expected "cat" | "dog", received "cow"',
        "3.lives: expected integer, received string",
        "4: expected object, received string",
      ].join("\n"),
      issues: { length: 4 },
      drift: { length: 1 },
    });
  });

  test("as a Standard Schema", () => {
    const { "~standard": standard } = of("pets").schema;
    expect(standard).toMatchObject({ version: 1, vendor: "codegen" });
    const value = [{ type: "dog", good: true }];
    const result = standard.validate(value);
    expect(result).toEqual({ value });
    expect((result as { value: unknown }).value).toBe(value); // as was just seen
    expect(standard.validate([{ type: "dog", good: 1 }])).toEqual({
      issues: [{ path: [0, "good"], message: "expected boolean, received 1" }],
    });
  });
});

function plain({ path, expected, received }: Issue) {
  return { path, expected, received };
}

function throwing(validator: Validator, value: unknown): unknown {
  try {
    validator.parse(value);
  } catch (error) {
    return error;
  }
  return null;
}

test("what is declared once for places that differ in bounds has none", () => {
  const place = (maxLength: number) =>
    objectOf({ city: { ...text, maxLength }, zip: { ...text, minLength: 5 } });
  const same = objectOf({ a: { ...text, maxLength: 2 } });
  const shared = loadValidators(
    "dedupe.json",
    smallDocument({
      parcel: objectOf({ from: place(10), to: place(3), one: same, two: same }),
    }),
    { dedupe: true },
  );
  const files = [...shared.generated.files.keys()];
  expect(files.filter((path) => path.startsWith("validate/"))).toHaveLength(3);
  const { is } = shared.of("parcel");
  expect(is({ from: { city: "four" }, to: { city: "four" } }, strict)).toBe(
    true,
  );
  // A type that is declared once for two properties keeps its constraints.
  expect(is({ one: { a: "long" } }, strict)).toBe(false);
});
