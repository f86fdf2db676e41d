// A document and a seed → the same document with something wrong in it, as an editor, a
// broken tool or an attacker leaves it: once in its text, and once in its structure.

import { parse } from "yaml";

/** Numbers from 0 up to 1, the same for the same seed. */
export type Random = () => number;

/** Mulberry32: small, and good enough to choose by. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Lies beside the document, and refers back to it; to be called `part.json`. */
export const part = JSON.stringify({
  type: "object",
  properties: {
    self: { $ref: "#" },
    back: { $ref: "spec.yaml#/components/schemas" },
    whole: { $ref: "spec.yaml" },
    of: { type: { $ref: "#/a" }, items: { $ref: "#/list/0" } },
  },
  a: { allOf: [{ $ref: "#/a/allOf/1" }, { $ref: "#/list" }], enum: [1, "b"] },
  list: [{ $ref: "spec.yaml#/paths" }, { properties: { "a/b%": {} } }],
});

/** One in four is changed in its text, which often ends in what cannot be parsed. */
export function mutateDocument(text: string, random: Random): string {
  return random() < 0.25
    ? mutateText(text, random)
    : mutateStructure(text, random);
}

function mutateText(text: string, random: Random): string {
  let mutated = text;
  for (let count = below(3, random); count >= 0; count--) {
    const from = below(mutated.length, random);
    const to = from + below(20, random);
    const slice = mutated.slice(from, to);
    const other = below(mutated.length, random);
    const [before, after] = [mutated.slice(0, from), mutated.slice(to)];
    mutated = pick(
      [
        before + after,
        before + slice + slice + after,
        before + pick(hostileTexts, random) + after,
        before + mutated.slice(other, other + below(60, random)) + after,
        before + String.fromCharCode(below(256, random)) + after,
      ],
      random,
    );
  }
  return mutated;
}

const hostileTexts = [
  "*a",
  "&a ",
  "<<: *a",
  "!!binary ",
  "{$ref: ",
  '"',
  "- ",
  ": ",
  "\n  ",
  "\t",
  "\u2028",
  "\ud800",
  "%",
  "#",
  "|",
  "? ",
];

interface Place {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string;
  readonly pointer: string;
}

function mutateStructure(text: string, random: Random): string {
  const root: unknown = parse(text);
  // An alias can make one value occur in several places; a mutation changes only one.
  const document: unknown = JSON.parse(JSON.stringify(root));
  for (let count = below(3, random); count >= 0; count--) {
    const places = listPlaces(document);
    if (places.length === 0) break;
    changeAt(pick(places, random), places, random);
  }
  return JSON.stringify(document);
}

function changeAt(
  { holder, key }: Place,
  places: readonly Place[],
  random: Random,
): void {
  const other = pick(places, random);
  const copy = () => structuredClone(get(other));
  const refer = () => ({ $ref: other.pointer });
  const change = below(9, random);
  if (change === 0) set(holder, key, pick(hostileValues, random)());
  else if (change === 1) remove(holder, key);
  else if (change === 2) set(holder, key, copy());
  else if (change === 3) set(holder, key, refer());
  else if (change === 4) set(holder, key, [get({ holder, key })]);
  else if (change === 5) set(holder, key, { [key]: get({ holder, key }) });
  else if (change === 6) rename(holder, key, pick(hostileKeys, random));
  else if (change === 7) set(holder, pick(keywords, random), copy());
  else set(holder, pick(keywords, random), pick(hostileValues, random)());
}

const hostileValues: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => false,
  () => 0,
  () => -1,
  () => 1e308,
  () => 2 ** 53,
  () => "",
  () => "__proto__",
  () => "\ud800",
  () => "*/ `$" + "{x}` </script>\r\n\u2028",
  () => "x".repeat(3000),
  () => [],
  () => [null],
  () => [[]],
  () => ({}),
  () => ({ "": {} }),
  () => ({ $ref: "#" }),
  () => ({ $ref: "#/" }),
  () => ({ $ref: "#/components/schemas" }),
  () => ({ $ref: "nowhere.yaml#/a" }),
  () => ({ $ref: "part.json" }),
  () => ({ $ref: "part.json#/a" }),
  () => ({ $ref: "part.json#/list" }),
  () => ({ $ref: "file://host/a%2Fb" }),
  () => ({ $ref: { $ref: "#/components" } }),
  () => ({ $ref: "https://example.com/%E0%A4%A" }),
  () => ({ type: ["object", "null", "array", "string"] }),
];

const hostileKeys = [
  "",
  "__proto__",
  "constructor",
  "toString",
  "a/b~c%",
  "\ud800",
  "1",
  "ünïcode",
  "Ａ",
  "x-y",
  "class",
  "get",
];

/** A change to one of these changes what the object is. */
const keywords = [
  "$ref",
  "$id",
  "$anchor",
  "$dynamicRef",
  "$defs",
  "type",
  "enum",
  "const",
  "allOf",
  "oneOf",
  "anyOf",
  "not",
  "if",
  "items",
  "prefixItems",
  "properties",
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
  "propertyNames",
  "required",
  "discriminator",
  "nullable",
  "readOnly",
  "writeOnly",
  "default",
  "example",
  "examples",
  "format",
  "pattern",
  "minLength",
  "minItems",
  "maximum",
  "multipleOf",
  "uniqueItems",
  "description",
  "title",
  "parameters",
  "requestBody",
  "responses",
  "content",
  "schema",
  "callbacks",
  "x-expandableFields",
  "x-resourceId",
  "x-stripeEvent",
];

function listPlaces(root: unknown): Place[] {
  const places: Place[] = [];
  const visit = (value: unknown, pointer: string): void => {
    if (typeof value !== "object" || value === null) return;
    const holder = value as Record<string, unknown>; // parsed from JSON
    for (const key of Object.keys(holder)) {
      const token = key.replaceAll("~", "~0").replaceAll("/", "~1");
      const place = { holder, key, pointer: `${pointer}/${token}` };
      places.push(place);
      visit(holder[key], place.pointer);
    }
  };
  visit(root, "#");
  return places;
}

function get({ holder, key }: Pick<Place, "holder" | "key">): unknown {
  return (holder as Record<string, unknown>)[key]; // a list has keys as well
}

function set(holder: Place["holder"], key: string, value: unknown): void {
  if (Array.isArray(holder) && !/^\d+$/.test(key)) holder.push(value);
  else {
    Object.defineProperty(holder, key, {
      ...{ value, configurable: true, enumerable: true, writable: true },
    });
  }
}

function remove(holder: Place["holder"], key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function rename(holder: Place["holder"], key: string, name: string): void {
  const value = get({ holder, key });
  remove(holder, key);
  set(holder, name, value);
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[below(items.length, random)] as Item; // below() is less than the length
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}
