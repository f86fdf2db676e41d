// The generated `parse-events.ts` parses and checks event bodies; tested with the output of
// the golden case `checked-events`.

import { describe, expect, test } from "vitest";
import {
  parseStripeEvent,
  type StripeEventOptions,
  safeParseStripeEvent,
  stripeApiVersion,
} from "../../golden/cases/checked-events/expected/parse-events.js";
import { ParseError } from "../../golden/cases/checked-events/expected/validation.js";
import { generateInMemory } from "../../golden/generate-in-memory.js";

const order = {
  id: "or_1",
  object: "order",
  amount: 5,
  note: null,
  lines: [{ quantity: 1 }],
};

function event(own: object = {}, data: object = {}): object {
  return {
    id: "evt_1",
    object: "event",
    api_version: "2024-01-01",
    created: 1_700_000_000,
    type: "order.created",
    data: { object: order, ...data },
    ...own,
  };
}

/** Returns the issues of a value, or its drift if there are none. */
function problemsOf(json: unknown, options?: StripeEventOptions): string[] {
  const parsed = safeParseStripeEvent(json, options);
  return (parsed.ok ? parsed.drift : parsed.issues).map(String);
}

function accepts(json: unknown, options?: StripeEventOptions): boolean {
  return safeParseStripeEvent(json, options).ok;
}

describe("the body", () => {
  const text = JSON.stringify(event());
  const bytes = new TextEncoder().encode(text);

  test.each([
    ["text", text],
    ["bytes", bytes],
    ["a Buffer", Buffer.from(text)],
    ["an ArrayBuffer", bytes.buffer],
    ["bytes that begin with a byte order mark", Buffer.from(`\ufeff${text}`)],
    ["a value", event()],
  ])("%s", (_what, json) => {
    expect(parseStripeEvent(json)).toEqual(event());
    expect(parseStripeEvent(json, { mode: "strict" })).toEqual(event());
  });

  test("a value is not copied", () => {
    const value = event();
    expect(parseStripeEvent(value)).toBe(value);
  });

  test.each([
    ["text that is not JSON", "charge=1"],
    ["an empty text", ""],
    ["a truncated text", text.slice(0, 40)],
    ["bytes that are not UTF-8", Buffer.from([0x22, 0xff, 0x22])],
  ])("%s is an issue", (_what, json) => {
    const [only, ...others] = problemsOf(json);
    expect(only).toMatch(/^value: expected JSON, received invalid JSON: .+/);
    expect(others).toEqual([]);
    expect(() => parseStripeEvent(json)).toThrow(ParseError);
  });

  test.each([
    [null, "null"],
    ["5", "5"],
    ['"text"', "string"],
    [[], "array"],
    [undefined, "nothing"],
  ])("%j is not an event", (json, received) => {
    expect(problemsOf(json)).toEqual([
      `value: expected object, received ${received}`,
    ]);
  });
});

describe("the object of an event", () => {
  test("is checked, and its issues have paths", () => {
    const object = { ...order, amount: "5", lines: [{ quantity: 1 }, {}] };
    expect(problemsOf(event({}, { object }))).toEqual([
      "data.object.amount: expected integer, received string",
      "data.object.lines.1.quantity: expected integer, received nothing",
    ]);
  });

  test("is returned with its drift", () => {
    const object = { ...order, status: "lost", colour: "red" };
    const value = event({ sender: "us" }, { object });
    const expected = [
      "data.object.colour: unknown property",
      'data.object.status: unknown value "lost"',
      "sender: unknown property",
    ];
    expect(problemsOf(value).sort()).toEqual(expected);
    expect(problemsOf(value, { mode: "strict" })).toEqual([
      'data.object.status: expected "open" | "paid", received "lost"',
    ]);
  });

  test("is one of the members of its union", () => {
    const type = "customer.source.created";
    const card = { object: "card", last4: "4242" };
    expect(problemsOf(event({ type }, { object: card }))).toEqual([]);
    expect(problemsOf(event({ type }, { object: { object: "card" } }))).toEqual(
      ["data.object.last4: expected string, received nothing"],
    );
    expect(problemsOf(event({ type }, { object: order }))).toEqual([
      'data.object.object: expected "bank_account" | "card", received "order"',
    ]);
  });

  test.each(["sku.created", "never.heard.of", "constructor", "__proto__"])(
    "of %s must be an object, but may be any",
    (type) => {
      expect(accepts(event({ type }, { object: { any: ["thing"] } }))).toBe(
        true,
      );
      expect(problemsOf(event({ type }, { object: [] }))).toEqual([
        "data.object: expected object, received array",
      ]);
    },
  );

  test("is reported once if it is missing", () => {
    expect(problemsOf(event({ data: {} }))).toEqual([
      "data.object: expected object, received nothing",
    ]);
    expect(problemsOf(event({ data: null }))).toEqual([
      "data: expected object, received null",
    ]);
    expect(problemsOf(event({ type: 5 }))).toEqual([
      "type: expected string, received 5",
    ]);
  });

  test("an event that is not listed has the type unrecognized", () => {
    const value = event({ type: "order.lost" });
    expect(parseStripeEvent(value)).toEqual({
      ...value,
      type: "unrecognized",
      unrecognized_type: "order.lost",
    });
    // A listed event whose object has no schema keeps its type.
    expect(parseStripeEvent(event({ type: "sku.created" })).type).toBe(
      "sku.created",
    );
  });

  test("the compiler narrows it by its type", () => {
    const parsed = parseStripeEvent(event());
    expect(parsed.type === "order.created" && parsed.data.object.amount).toBe(
      5,
    );
  });

  test("hostile keys and depths cause no damage", () => {
    const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
    const text = JSON.stringify(event());
    const polluting = text.replace(
      '"amount"',
      '"__proto__":{"polluted":1},"amount"',
    );
    expect(problemsOf(polluting)).toEqual([
      "data.object.__proto__: unknown property",
    ]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect(accepts(text.replace('"note":null', `"note":${deep}`))).toBe(false);
    // Objects without a schema are not traversed.
    const unknown = text.replace("order.created", "order.lost");
    expect(accepts(unknown.replace('"note":null', `"note":${deep}`))).toBe(
      true,
    );
  });

  test("a circular value is rejected if it would be traversed", () => {
    const lines: unknown[] = [];
    lines.push({ quantity: 1, lines }, lines);
    expect(accepts(event({}, { object: { ...order, lines } }))).toBe(false);
  });
});

describe("previous attributes", () => {
  test.each([
    ["null", null],
    ["any object", { amount: "was text", gone: { deep: [1] } }],
  ])("%s", (_what, previous_attributes) => {
    const value = event({ type: "order.updated" }, { previous_attributes });
    for (const mode of ["lenient", "strict"] as const) {
      expect(problemsOf(value, { mode })).toEqual([]);
      expect(parseStripeEvent(value, { mode })).toBe(value);
    }
  });

  test.each([["text"], [5], [[]]])("%j is not valid", (previous_attributes) => {
    expect(problemsOf(event({}, { previous_attributes }))).toEqual([
      expect.stringMatching(/^data\.previous_attributes: expected object, /),
    ]);
  });

  test("null does not hide other problems", () => {
    const data = { previous_attributes: null, object: null, other: 1 };
    const parsed = safeParseStripeEvent(event({ data }));
    expect(parsed.ok || parsed.issues.map(String)).toEqual([
      "data.object: expected object, received null",
    ]);
    expect(parsed.drift.map(String)).toEqual(["data.other: unknown property"]);
  });
});

describe("the version of the API", () => {
  const other = event({ api_version: "2023-10-16" });

  test("is that of the document", () => {
    expect(stripeApiVersion).toBe("2024-01-01");
  });

  test("another version is an issue that names both, with a fix", () => {
    const expected = [
      'api_version: expected "2024-01-01" (the option apiVersion takes others, or "any"), received "2023-10-16"',
    ];
    expect(problemsOf(other)).toEqual(expected);
    expect(problemsOf(other, { mode: "strict" })).toEqual(expected);
  });

  test("with the wrong version, the object is not checked", () => {
    const object = { ...order, amount: "5" };
    const value = event({ api_version: "2023-10-16" }, { object });
    expect(problemsOf(value)).toHaveLength(1);
    expect(problemsOf(value, { apiVersion: "any" })).toEqual([
      "data.object.amount: expected integer, received string",
    ]);
  });

  test.each([
    ["2023-10-16"],
    [["2024-01-01", "2023-10-16"]],
    ["any"],
    [["any"]],
  ])("is accepted with apiVersion: %j", (apiVersion) => {
    expect(problemsOf(other, { apiVersion })).toEqual([]);
  });

  test("in the option apiVersion replaces that of the document", () => {
    const apiVersion = ["2022-11-15", "2023-10-16"];
    expect(problemsOf(event(), { apiVersion })).toEqual([
      'api_version: expected "2022-11-15" | "2023-10-16" (the option apiVersion takes others, or "any"), received "2024-01-01"',
    ]);
  });

  test.each([
    [{ api_version: null }, "null"],
    [{ api_version: undefined }, "nothing"],
  ])("%j is drift, or an issue in strict mode", (own, received) => {
    const value = event(own);
    expect(accepts(value)).toBe(true);
    expect(problemsOf(value)).toEqual([
      `api_version: unknown value ${received}`,
    ]);
    expect(problemsOf(value, { mode: "strict" })).toEqual([
      expect.stringMatching(/^api_version: expected "2024-01-01" /),
    ]);
    const any = { mode: "strict", apiVersion: "any" } as const;
    expect(problemsOf(value, any)).toEqual([]);
  });

  test("that is not a string is one issue", () => {
    expect(problemsOf(event({ api_version: 5 }))).toEqual([
      "api_version: expected string or null, received 5",
    ]);
  });
});

describe("the version in the document", () => {
  const text = (version: string) => `
openapi: 3.0.0
info: { title: Shop, version: ${version}, x-stripeSpecFilename: ours }
paths:
  /v1/webhook_endpoints:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              properties:
                enabled_events: { type: array, items: { type: string, enum: [a.b] } }
      responses: {}
components:
  schemas:
    event: { type: object, properties: { type: { type: string } } }
`;
  const render = (version: string) => {
    const emit = "models,events,validators";
    const { files } = generateInMemory("x.yaml", text(version), { emit });
    return {
      code: files.get("parse-events.ts") ?? "",
      index: files.get("validators.ts") ?? "",
    };
  };

  test("is data, whatever it contains", () => {
    const hostile = String.raw`"1\"; throw 0; //\n\u2028\\"`;
    const { code } = render(hostile);
    expect(code).toContain(
      String.raw`export const stripeApiVersion = '1"; throw 0; //\n\u2028\\';`,
    );
  });

  test("that is not a date accepts events of any version", () => {
    const { code, index } = render("2");
    expect(code).not.toContain("stripeApiVersion");
    expect(code).toContain('options?.apiVersion ?? "any";');
    expect(index).not.toContain("stripeApiVersion");
    expect(index).toContain("safeParseStripeEvent");
  });

  test("events without a known object leave an empty map", () => {
    const { code } = render("2");
    expect(code).toMatch(/new Map\(\[\n {2}\/\/ .*\n\]\);\n$/);
  });
});
