// The generated `forms.ts` encodes values and decodes them again.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeForm,
  encodeForm,
} from "../../../templates/typescript/runtime/forms.js";

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.constantFrom("", " ", "a b+c", "50%", "%5B", "a=b&c=d", "[x]", "!'()*~"),
);

const scalar = fc.oneof(
  text,
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.bigInt(),
  fc.date({ noInvalidDate: true }),
  fc.constant(null),
);

/** A name of a parameter: never empty, and with no brackets. */
const name = fc.oneof(
  fc.string({ minLength: 1 }).filter((one) => !/[[\]]/.test(one)),
  fc.constantFrom("__proto__", "constructor", "toString", "0", "é", "a.b"),
);

/** A key further down: never empty, where it would be an item of an array. */
const key = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.constantFrom("a][b", "]", "[", "__proto__", "order id", "a[b]", "☃", "01"),
);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    scalar,
    fc.constant(undefined),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const metadata = fc.dictionary(
  fc.oneof(key, fc.constantFrom("", "0", "1")),
  text,
  { noNullPrototype: true },
);

const params = fc
  .tuple(
    fc.dictionary(name, value, { maxKeys: 5, noNullPrototype: true }),
    fc.option(metadata, { nil: undefined }),
  )
  .map(([own, data]): object => ({ ...own, metadata: data }));

/**
 * The part of a value that a form can represent: strings in objects and arrays, or undefined.
 * Only the keys distinguish an array without some items from an object with the keys
 * 0, 1, ….
 */
function representable(one: unknown, isMap = false): unknown {
  if (one === undefined) return undefined;
  if (one === null) return "";
  if (one instanceof Date) return String(Math.floor(one.getTime() / 1000));
  if (typeof one !== "object") return wellFormed(String(one));
  const entries = Object.entries(one).flatMap(([key, value]) => {
    const rest = representable(value, key === "metadata");
    return rest === undefined ? [] : [[wellFormed(key), rest] as const];
  });
  if (entries.length === 0) return undefined;
  const keys = new Set(entries.map(([key]) => key));
  const isFull = [...keys.keys()].every((_key, index) => keys.has(`${index}`));
  const object = Object.fromEntries(entries);
  return isFull && !isMap
    ? [...keys.keys()].map((_key, index) => object[index])
    : object;
}

/** Replaces lone surrogates, as UTF-8 encoders do. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

describe("there and back", () => {
  test("each value is the text of itself, in its place", () => {
    fc.assert(
      fc.property(params, (own) => {
        expect(decodeForm(encodeForm(own))).toEqual(
          representable(own, true) ?? {},
        );
      }),
      { numRuns: 5_000 },
    );
  });

  test("and of what was read, each is itself", () => {
    fc.assert(
      fc.property(params, (own) => {
        const form = encodeForm(own);
        expect(encodeForm(decodeForm(form)).split("&").sort()).toEqual(
          form.split("&").sort(),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  test("a client that escapes all brackets is understood", () => {
    const plain = fc.dictionary(fc.stringMatching(/^[a-z_ é]+$/), text, {
      minKeys: 1,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(plain, (one) => {
        const own = { one, many: [one, [one]], metadata: one };
        const form = encodeForm(own);
        const standard = new URLSearchParams(form).toString();
        expect(decodeForm(standard)).toEqual(decodeForm(form));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("encodeForm", () => {
  test.each<[string, object, string]>([
    ["nothing", {}, ""],
    ["what is undefined", { a: undefined, b: { c: undefined } }, ""],
    ["what is empty", { a: [], b: {}, c: [[], {}] }, ""],
    [
      "what clears",
      { a: "", b: null, metadata: { c: "" } },
      "a=&b=&metadata[c]=",
    ],
    [
      "scalars",
      { a: true, b: 1.5, c: 2n, d: 1e21 },
      "a=true&b=1.5&c=2&d=1e%2B21",
    ],
    ["a date", { at: new Date(1_700_000_000_999) }, "at=1700000000"],
    [
      "items",
      { items: [{ price: "p", tax: ["t"] }, { price: "q" }] },
      "items[0][price]=p&items[0][tax][0]=t&items[1][price]=q",
    ],
    ["the order of properties", { b: 1, a: 2 }, "b=1&a=2"],
    ["a name that is a path", { "metadata[a]": 1 }, "metadata[a]=1"],
    [
      "a key with brackets",
      { metadata: { "a[b]": "[c]" } },
      "metadata[a%5Bb%5D]=[c]",
    ],
    ["spaces and more", { a: "b c&d=e+f" }, "a=b%20c%26d%3De%2Bf"],
    ["half a character", { a: "\ud83d" }, "a=%EF%BF%BD"],
  ])("%s", (_what, own, form) => {
    expect(encodeForm(own)).toBe(form);
  });

  const circle: { self?: object } = {};
  circle.self = circle;
  test.each<[string, object, RegExp]>([
    ["NaN", { a: { b: Number.NaN } }, /^a\[b\]: NaN cannot be sent in a form$/],
    ["an invalid date", { a: new Date(Number.NaN) }, /^a: NaN cannot/],
    ["a function", { a: [() => 1] }, /^a\[0\]: a function cannot/],
    ["bytes", { file: new Uint8Array(1) }, /^file: this object cannot/],
    ["a map", { a: new Map() }, /^a: this object cannot/],
    ["a map of all", new Map([["a", 1]]), /^parameters of another kind/],
    ["a form", new URLSearchParams("a=1"), /^parameters of another kind/],
    ["an array", [1], /^parameters of another kind/],
    [
      "a circle",
      circle,
      /^self\[self\].*…: a circle, or more than 100 levels, /,
    ],
  ])("%s is refused", (_what, own, message) => {
    expect(() => encodeForm(own)).toThrow(message);
    expect(() => encodeForm(own)).toThrow(TypeError);
  });
});

describe("decodeForm", () => {
  test.each<[string, object]>([
    ["", {}],
    ["&&", {}],
    ["a", { a: "" }],
    ["a=b=c", { a: "b=c" }],
    ["a=1&a=2", { a: "2" }],
    ["a=1&a[b]=2", { a: { b: "2" } }],
    ["a[b]=2&a=1", { a: "1" }],
    ["a+b=c+d%2B", { "a b": "c d+" }],
    ["a=%zz+%", { a: "%zz %" }],
    ["expand[]=a&expand[]=b", { expand: ["a", "b"] }],
    ["expand%5B%5D=a&expand%5B%5D=b", { expand: ["a", "b"] }],
    [
      "i[][p]=1&i[][t][a]=2&i[][t][b]=3&i[][p]=4",
      { i: [{ p: "1", t: { a: "2", b: "3" } }, { p: "4" }] },
    ],
    ["a[0]=x&a[]=y", { a: ["x", "y"] }],
    ["a[1]=x&a[]=y", { a: { 1: "x", 2: "y" } }],
    ["a[1]=y&a[0]=x", { a: ["x", "y"] }],
    ["a[00]=x&a[1]=y", { a: { "00": "x", 1: "y" } }],
    ["a[999999999]=x", { a: { 999999999: "x" } }],
    ["0=a&1=b", { 0: "a", 1: "b" }],
    ["metadata[0]=a", { metadata: { 0: "a" } }],
    ["metadata[]=a", { metadata: { "": "a" } }],
    // As a client sends it that leaves brackets of keys as they are.
    ["metadata[a[b]]=c", { metadata: { "a[b]": "c" } }],
    ["[a]=b&]=c&a[=d&a]=e", { "[a]": "b", "]": "c", "a[": "d", "a]": "e" }],
  ])("%s", (form, own) => {
    expect(decodeForm(form)).toEqual(own);
  });

  test("`__proto__` is a name as any other", () => {
    const form = "__proto__[a]=1&b[__proto__][c]=2&constructor[prototype][d]=3";
    const read = decodeForm(form);
    expect(Object.keys(read)).toEqual(["__proto__", "b", "constructor"]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(encodeForm(read)).toBe(form);
    expect(["a", "c", "d"].filter((key) => key in {})).toEqual([]);
  });

  test("takes 100 levels and no more", () => {
    expect(() => decodeForm(`a${"[b]".repeat(99)}=1`)).not.toThrow();
    for (const levels of [100, 100_000]) {
      const form = `a${"[b]".repeat(levels)}=1`;
      expect(() => decodeForm(form)).toThrow(RangeError);
    }
  });

  test("any text is read, in time that grows with its length", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."ab01[]=&%5BD+") }),
        (form) => {
          expect(() => decodeForm(form)).not.toThrow();
        },
      ),
      { numRuns: 5_000 },
    );
    const gaps = Array.from(
      { length: 50_000 },
      (_one, index) => `a[${index + 50_000}]=1`,
    );
    const started = performance.now();
    decodeForm([...gaps, ...gaps.map(() => "a[]=1")].join("&"));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
