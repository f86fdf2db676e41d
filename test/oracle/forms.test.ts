// Forms, against the `stripe` package: what it sends to a real server is what
// `encodeForm` writes, byte for byte, but for the differences that are listed.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  decodeForm,
  encodeForm,
} from "../../templates/typescript/runtime/forms.js";

let received = { body: "", type: "" };
const server = createServer(async (request, response) => {
  received = {
    body: await text(request),
    type: request.headers["content-type"] ?? "",
  };
  response.setHeader("content-type", "application/json");
  response.end("{}");
});

let stripe: Stripe;
beforeAll(async () => {
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  // A server that listens on a port, and not on a pipe.
  const { port } = server.address() as AddressInfo;
  stripe = new Stripe("sk_test_none", {
    host: "127.0.0.1",
    port,
    protocol: "http",
    maxNetworkRetries: 0,
    telemetry: false,
  });
});
afterAll(() => void server.close());

/** The request body that the package sends. */
async function send(params: object): Promise<string> {
  await stripe.customers.create(params);
  expect(received.type).toBe("application/x-www-form-urlencoded");
  return received.body;
}

const at = new Date("2024-04-10T12:34:56.789Z");

const same: Readonly<Record<string, object>> = {
  "one property": { email: "a@example.com" },
  "no property": {},
  "the order of properties": { name: "b", email: "a" },
  "nested objects": { address: { city: "Paris", line1: "1 rue de l'Échelle" } },
  "deeply nested": { a: { b: { c: { d: { e: "f" } } } } },
  "an array": { preferred_locales: ["fr", "en"] },
  "an array of objects": {
    items: [{ price: "price_1", quantity: 2 }, { price: "price_2" }],
  },
  "arrays in arrays": { a: [[1, 2], [[3]]] },
  "an object in an array in an object": {
    subscription_data: {
      items: [{ price_data: { recurring: { interval: "month" } } }],
    },
  },
  expand: { expand: ["subscription.items", "default_source"] },
  "what clears a string": { description: "" },
  "what clears metadata": { metadata: "" },
  "what clears one key of metadata": { metadata: { order: "" } },
  "null, which clears as well": {
    description: null,
    metadata: { order: null },
  },
  "null in an array": { a: [null, "b"] },
  undefined: { email: undefined, name: "n", address: { city: undefined } },
  "undefined in an array": { a: [undefined, "b"] },
  "an empty array": { preferred_locales: [], name: "n" },
  "an empty object": { address: {}, name: "n" },
  "empty ones in others": { a: [[], {}], b: { c: [] }, d: "e" },
  booleans: { tax_exempt: true, validate: false },
  integers: { balance: -500, zero: 0, negative_zero: -0 },
  "other numbers": { a: 0.1, b: 1e21, c: 1e-7, d: Number.MAX_SAFE_INTEGER },
  "a bigint": { a: 2n ** 64n },
  "a date": { at, list: [at], nested: { at } },
  "a date before 1970": { at: new Date(-1) },
  "metadata with spaces": { metadata: { "order id": "a b" } },
  "metadata in any script": {
    metadata: { ключ: "значение", "☃": "🎉", "e\u0301": "é" },
  },
  "metadata with all else": {
    metadata: { "a=b&c": "d=e&f", "a.b": "%", "+": "+" },
  },
  "metadata with numbers for keys": { metadata: { 0: "a", 1: "b", 17: "c" } },
  "metadata with keys that objects inherit": {
    metadata: { constructor: "a", toString: "b" },
  },
  "an empty key": { metadata: { "": "a" } },
  "all of ASCII": {
    value: String.fromCharCode(
      ...Array.from({ length: 128 }, (_one, code) => code),
    ),
  },
  "brackets in a value": { description: "a [b] c][", list: ["[]"] },
  "brackets in a name": { "metadata[order]": "1", "items[0][price]": "p" },
  "half of a pair of surrogates": { name: "\ud83d.", "\ude00": "\udc00" },
  "long text": { description: "ü".repeat(5_000) },
  "a class": {
    address: new (class Address {
      city = "Paris";
    })(),
  },
};

describe("as the package sends it", () => {
  test.each(Object.entries(same))("%s", async (_what, params) => {
    expect(encodeForm(params)).toBe(await send(params));
  });

  const name = fc.stringMatching(/^[a-z_]{1,12}$/).filter(
    // Names of options, for which the package takes the whole object, and one that it loses.
    (one) => !["__proto__", "host", "timeout"].includes(one),
  );
  const key = fc
    .oneof(fc.string({ unit: "grapheme" }), fc.string())
    .filter((one) => !/[[\]]/.test(one) && one !== "__proto__");
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: "grapheme" }),
      fc.string(),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.date({ noInvalidDate: true }),
      fc.constantFrom(null, undefined, ""),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  const params = fc.dictionary(name, value, {
    maxKeys: 5,
    noNullPrototype: true,
  });

  test("whatever is sent", async () => {
    await fc.assert(
      fc.asyncProperty(params, async (own) => {
        expect(encodeForm(own)).toBe(await send(own));
      }),
      { numRuns: 1_000, seed: 20_240_410 },
    );
  });
});

/** Bodies that the package encodes differently, with our reason for the difference. */
const different: Readonly<
  Record<
    string,
    { params: object; theirs: string; ours: string | RegExp; why: string }
  >
> = {
  "brackets in a key": {
    params: { metadata: { "a][b": "c" } },
    theirs: "metadata[a][b]=c",
    ours: "metadata[a%5D%5Bb]=c",
    why: "theirs is the form of another object; unescaped, both are one text",
  },
  "the name of an object's prototype": {
    params: Object.fromEntries([["__proto__", "a"]]),
    theirs: "",
    ours: "__proto__=a",
    why: "what the caller gave is sent, and nothing but the form's text is written with it",
  },
  "a number that is none": {
    params: { balance: Number.NaN },
    theirs: "balance=NaN",
    ours: /^balance: NaN cannot be sent in a form$/,
    why: "a mistake of the caller that the API would report later",
  },
  "a date that is none": {
    params: { at: new Date(Number.NaN) },
    theirs: "at=NaN",
    ours: /^at: NaN cannot be sent in a form$/,
    why: "as above",
  },
  "a function": {
    params: { name: () => "n" },
    theirs: "",
    ours: /^name: a function cannot be sent in a form$/,
    why: "as above: nothing of it is sent",
  },
  "a map": {
    params: { metadata: new Map([["a", "b"]]) },
    theirs: "",
    ours: /^metadata: this object cannot be sent in a form$/,
    why: "as above",
  },
};

describe("otherwise than the package", () => {
  test.each(Object.entries(different))(
    "%s",
    async (_what, { params, theirs, ours }) => {
      expect(await send(params)).toBe(theirs);
      if (typeof ours === "string") {
        expect(encodeForm(params)).toBe(ours);
      } else {
        expect(() => encodeForm(params)).toThrow(ours);
      }
    },
  );

  test("brackets in a key that are read back are those that were sent", async () => {
    const { params, theirs, ours } = different["brackets in a key"] ?? {};
    expect(decodeForm(String(ours))).toEqual(params);
    expect(decodeForm(String(theirs))).not.toEqual(params);
    expect(decodeURIComponent(String(ours))).toBe(theirs);
  });
});
