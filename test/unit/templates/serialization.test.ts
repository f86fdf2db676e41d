// The generated `serialization.ts` writes and copies values.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clone,
  stringify,
} from "../../../templates/typescript/runtime/serialization.js";
import {
  cloneOrder,
  stringifyOrder,
} from "../../golden/cases/checked-events/expected/validate/order.js";

const runs = { numRuns: 2_000 };

/** Plain JSON, with names that objects inherit among its keys. */
const json = fc
  .jsonValue({ maxDepth: 5 })
  .chain((value) =>
    fc
      .dictionary(
        fc.constantFrom(
          "__proto__",
          "constructor",
          "toString",
          "b",
          "a",
          "é",
          "0",
        ),
        fc.constant(value),
        { noNullPrototype: true },
      )
      .map((rest): unknown => (Object.keys(rest).length > 0 ? rest : value)),
  );

/** The same value with the keys of each object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, one]) => [key, turned(one)]));
}

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = { a: value };
  return value;
}

class Money {
  amount = 5;
}

describe("stringify", () => {
  test("what is read back is what was written", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(stringify(value))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
      runs,
    );
  });

  test("the order of keys makes no difference", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(stringify(turned(value))).toBe(stringify(value));
      }),
      runs,
    );
  });

  // https://www.rfc-editor.org/rfc/rfc8785#section-3.2.3
  test("keys are in the order of RFC 8785", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\u{1f600}": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(`[${stringify(value)}]`)[0])).toHaveLength(
      7,
    );
    const names = [...stringify(value).matchAll(/:"([^"]+)"/g)].map(
      ([, one]) => one,
    );
    expect(names).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test("the order of items stays, and what is undefined is left out", () => {
    const value = { b: [3, 1, 2], a: undefined, c: { d: undefined } };
    expect(stringify(value)).toBe('{"b":[3,1,2],"c":{}}');
  });

  test("types from the option `formats`: dates, URLs, bigints", () => {
    const value = {
      at: new Date("2024-04-10T00:00:00.000Z"),
      site: new URL("https://example.com/a"),
      size: 2n ** 63n,
    };
    expect(stringify(value)).toBe(
      '{"at":"2024-04-10T00:00:00.000Z","site":"https://example.com/a","size":9223372036854775808}',
    );
    const endless = new (class {
      toJSON() {
        return this;
      }
    })();
    expect(() => stringify({ endless })).toThrow(TypeError);
    const plain = { a: 1, toJSON: () => ({ b: 2 }) };
    expect(stringify({ plain, toJSON: "text" })).toBe(
      JSON.stringify({ plain, toJSON: "text" }),
    );
    const again = { toJSON: () => again };
    expect(() => stringify(again)).toThrow(TypeError);
  });

  test("of a model", () => {
    const order = {
      object: "order" as const,
      lines: [{ quantity: 1 }],
      id: "or_1",
      note: null,
      amount: -0,
    };
    expect(stringifyOrder(order)).toBe(
      '{"amount":0,"id":"or_1","lines":[{"quantity":1}],"note":null,"object":"order"}',
    );
  });

  test.each([
    ["NaN", { a: [Number.NaN] }, "a.0: NaN is not a JSON value"],
    ["infinity", Infinity, "value: Infinity is not a JSON value"],
    ["a function", { a: () => 1 }, "a: a function is not a JSON value"],
    ["nothing", undefined, "value: undefined is not a JSON value"],
    [
      "an item that is undefined",
      [1, undefined],
      "1: undefined is not a JSON value",
    ],
    ["a hole", new Array(1), "0: undefined is not a JSON value"],
    [
      "no date",
      { a: { b: new Map() } },
      "a.b: an object of a class is not a JSON value",
    ],
    ["a map", new Map(), "value: an object of a class is not a JSON value"],
    [
      "a class",
      { a: new Money() },
      "a: an object of a class is not a JSON value",
    ],
  ])("%s is refused", (_what, value, message) => {
    expect(() => stringify(value)).toThrow(new TypeError(message));
  });
});

describe("clone", () => {
  test("equals the value and shares nothing with it", () => {
    fc.assert(
      fc.property(json, (value) => {
        const copy = clone(value);
        expect(copy).toEqual(value);
        expect(copy).toEqual(structuredClone(value));
        expect(sharing(value, copy)).toBe(false);
      }),
      runs,
    );
  });

  test("`__proto__` stays a key", () => {
    const copy = clone<object>(JSON.parse('{"__proto__":{"polluted":1}}'));
    expect(Object.keys(copy)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect("polluted" in copy).toBe(false);
  });

  test("of a model", () => {
    const order = {
      id: "or_1",
      object: "order" as const,
      amount: 1,
      note: null,
      lines: [{ quantity: 1 }],
    };
    const copy = cloneOrder(order);
    order.lines[0] = { quantity: 2 };
    expect(copy.lines).toEqual([{ quantity: 1 }]);
  });

  test("dates are dates", () => {
    const at = new Date(5);
    const copy = clone({ at });
    expect(copy).toEqual({ at });
    expect(copy.at).not.toBe(at);
  });

  test("what is of a class is refused", () => {
    expect(() => clone({ a: new Money() })).toThrow(
      "a: an object of a class is not a JSON value",
    );
  });
});

describe.each([
  ["stringify", stringify],
  ["clone", clone],
])("%s", (_name, run) => {
  test("takes 1000 levels and no more", () => {
    expect(() => run(nested(1_000))).not.toThrow();
    expect(() => run(nested(1_001))).toThrow(RangeError);
    expect(() => run(nested(10_000))).toThrow(
      "a.a.a.a.a.a.a.a…: more than 1000 levels, or a circular reference",
    );
  });

  test("a circle is refused", () => {
    const circle: unknown[] = [];
    circle.push({ circle });
    expect(() => run(circle)).toThrow(RangeError);
  });
});

function sharing(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || a === null) return false;
  if (a === b) return true;
  return Object.keys(a).some((key) =>
    sharing(Reflect.get(a, key), Reflect.get(Object(b), key)),
  );
}
