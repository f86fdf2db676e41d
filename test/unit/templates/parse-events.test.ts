// What the generated `parse-events.ts` makes of the bodies of events, as the golden
// case of checked events has it.

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

/** What is said of a value: the issues if there are any, else the drift. */
function says(json: unknown, options?: StripeEventOptions): string[] {
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
    ["bytes that begin with a mark", Buffer.from(`\ufeff${text}`)],
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
    ["no JSON", "charge=1"],
    ["nothing", ""],
    ["half of it", text.slice(0, 40)],
    ["no UTF-8", Buffer.from([0x22, 0xff, 0x22])],
  ])("%s is an issue", (_what, json) => {
    const [only, ...others] = says(json);
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
  ])("%j is no event", (json, received) => {
    expect(says(json)).toEqual([
      `value: expected object, received ${received}`,
    ]);
  });
});

describe("what an event carries", () => {
  test("is checked, and said with its path", () => {
    const object = { ...order, amount: "5", lines: [{ quantity: 1 }, {}] };
    expect(says(event({}, { object }))).toEqual([
      "data.object.amount: expected integer, received string",
      "data.object.lines.1.quantity: expected integer, received nothing",
    ]);
  });

  test("comes with its drift", () => {
    const object = { ...order, status: "lost", colour: "red" };
    const value = event({ sender: "us" }, { object });
    const expected = [
      "data.object.colour: unknown property",
      'data.object.status: unknown value "lost"',
      "sender: unknown property",
    ];
    expect(says(value).sort()).toEqual(expected);
    expect(says(value, { mode: "strict" })).toEqual([
      'data.object.status: expected "open" | "paid", received "lost"',
    ]);
  });

  test("of a union is one of its members", () => {
    const type = "customer.source.created";
    const card = { object: "card", last4: "4242" };
    expect(says(event({ type }, { object: card }))).toEqual([]);
    expect(says(event({ type }, { object: { object: "card" } }))).toEqual([
      "data.object.last4: expected string, received nothing",
    ]);
    expect(says(event({ type }, { object: order }))).toEqual([
      'data.object.object: expected "bank_account" | "card", received "order"',
    ]);
  });

  test.each(["sku.created", "never.heard.of", "constructor", "__proto__"])(
    "of %s may be any object, and has to be one",
    (type) => {
      expect(accepts(event({ type }, { object: { any: ["thing"] } }))).toBe(
        true,
      );
      expect(says(event({ type }, { object: [] }))).toEqual([
        "data.object: expected object, received array",
      ]);
    },
  );

  test("is missed once", () => {
    expect(says(event({ data: {} }))).toEqual([
      "data.object: expected object, received nothing",
    ]);
    expect(says(event({ data: null }))).toEqual([
      "data: expected object, received null",
    ]);
    expect(says(event({ type: 5 }))).toEqual([
      "type: expected string, received 5",
    ]);
  });

  test("an event that is not listed is put aside", () => {
    const value = event({ type: "order.lost" });
    expect(parseStripeEvent(value)).toEqual({
      ...value,
      type: "unrecognized",
      unrecognized_type: "order.lost",
    });
    // One that is listed, of an object without a schema, is known by its type.
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

  test("hostile keys and depths do no harm", () => {
    const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
    const text = JSON.stringify(event());
    const polluting = text.replace(
      '"amount"',
      '"__proto__":{"polluted":1},"amount"',
    );
    expect(says(polluting)).toEqual([
      "data.object.__proto__: unknown property",
    ]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect(accepts(text.replace('"note":null', `"note":${deep}`))).toBe(false);
    // What no schema describes is not looked into.
    const unknown = text.replace("order.created", "order.lost");
    expect(accepts(unknown.replace('"note":null', `"note":${deep}`))).toBe(
      true,
    );
  });

  test("a circle is refused where it would be walked", () => {
    const lines: unknown[] = [];
    lines.push({ quantity: 1, lines }, lines);
    expect(accepts(event({}, { object: { ...order, lines } }))).toBe(false);
  });
});

describe("previous attributes", () => {
  test.each([
    ["null", null],
    ["an object of whatever", { amount: "was text", gone: { deep: [1] } }],
  ])("%s", (_what, previous_attributes) => {
    const value = event({ type: "order.updated" }, { previous_attributes });
    for (const mode of ["lenient", "strict"] as const) {
      expect(says(value, { mode })).toEqual([]);
      expect(parseStripeEvent(value, { mode })).toBe(value);
    }
  });

  test.each([["text"], [5], [[]]])("not %j", (previous_attributes) => {
    expect(says(event({}, { previous_attributes }))).toEqual([
      expect.stringMatching(/^data\.previous_attributes: expected object, /),
    ]);
  });

  test("null hides nothing else that is wrong", () => {
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

  test("is the document's", () => {
    expect(stripeApiVersion).toBe("2024-01-01");
  });

  test("another one is an issue that says both and what to do", () => {
    const expected = [
      'api_version: expected "2024-01-01" (the option apiVersion takes others, or "any"), received "2023-10-16"',
    ];
    expect(says(other)).toEqual(expected);
    expect(says(other, { mode: "strict" })).toEqual(expected);
  });

  test("what the event carries then says nothing more", () => {
    const object = { ...order, amount: "5" };
    const value = event({ api_version: "2023-10-16" }, { object });
    expect(says(value)).toHaveLength(1);
    expect(says(value, { apiVersion: "any" })).toEqual([
      "data.object.amount: expected integer, received string",
    ]);
  });

  test.each([
    ["2023-10-16"],
    [["2024-01-01", "2023-10-16"]],
    ["any"],
    [["any"]],
  ])("is taken with apiVersion: %j", (apiVersion) => {
    expect(says(other, { apiVersion })).toEqual([]);
  });

  test("that is asked for is the only one", () => {
    const apiVersion = ["2022-11-15", "2023-10-16"];
    expect(says(event(), { apiVersion })).toEqual([
      'api_version: expected "2022-11-15" | "2023-10-16" (the option apiVersion takes others, or "any"), received "2024-01-01"',
    ]);
  });

  test.each([
    [{ api_version: null }, "null"],
    [{ api_version: undefined }, "nothing"],
  ])("%j is drift, and in strict mode an issue", (own, received) => {
    const value = event(own);
    expect(accepts(value)).toBe(true);
    expect(says(value)).toEqual([`api_version: unknown value ${received}`]);
    expect(says(value, { mode: "strict" })).toEqual([
      expect.stringMatching(/^api_version: expected "2024-01-01" /),
    ]);
    const any = { mode: "strict", apiVersion: "any" } as const;
    expect(says(value, any)).toEqual([]);
  });

  test("that is no text is one issue", () => {
    expect(says(event({ api_version: 5 }))).toEqual([
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

  test("is data, whatever it says", () => {
    const hostile = String.raw`"1\"; throw 0; //\n\u2028\\"`;
    const { code } = render(hostile);
    expect(code).toContain(
      String.raw`export const stripeApiVersion = '1"; throw 0; //\n\u2028\\';`,
    );
  });

  test("that is none takes events of any", () => {
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
