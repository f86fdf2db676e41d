// A keyword means the same whatever stands beside it: each pair of assertions, joined in
// each way that a document can join them, and values of every type. What strict mode says
// of them is what ajv says.

import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { smallDocument } from "../e2e/small-document.js";
import { loadValidators } from "./load-validators.js";

type Schema = Readonly<Record<string, unknown>>;

const text = { type: "string" };
const properties = { a: text, b: { type: "integer" } };

/** Assertions; those of objects have no `type` where the other part has one. */
const assertions: Readonly<Record<string, Schema>> = {
  Declared: { type: "object", properties },
  DeclaredRequired: { type: "object", properties, required: ["b"] },
  Required: { required: ["a"] },
  RequiredObject: { type: "object", required: ["a"] },
  RequiredElsewhere: { type: "object", required: ["zz"] },
  RequiredOfMap: {
    type: "object",
    required: ["zz"],
    additionalProperties: { type: ["string", "integer"] },
  },
  AnyRequired: { anyOf: [{ required: ["a"] }, { required: ["b"] }] },
  OneRequired: { oneOf: [{ required: ["a"] }, { required: ["b"] }] },
  AnObject: { type: "object" },
  ObjectOrNull: { type: ["object", "null"] },
  StringOrNull: { type: ["string", "null"] },
  Text: text,
  Integer: { type: "integer" },
  Number: { type: "number" },
  Values: { enum: ["x", "y", null, 1] },
  FewerValues: { enum: ["y", 1, 1.5] },
  Constant: { const: "x" },
  AnyOfTypes: { anyOf: [text, { type: "object", properties }] },
  Items: { type: "array", items: { type: "integer" } },
  Pair: {
    ...{ type: "array", minItems: 2, maxItems: 2 },
    prefixItems: [{ type: "integer" }, text],
  },
};

const values: readonly unknown[] = [
  ...[null, true, 1, 1.5, "x", "y", "z", [], [1], [1, "x"], [1, "x", 2]],
  ...[{}, { a: "" }, { b: 1 }, { a: "", b: 1 }, { a: 1 }, { b: "" }],
  ...[{ zz: 1 }, { a: "", zz: 1 }, { a: "", b: 1, zz: "" }, { b: 1, zz: true }],
];

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Null where the two cannot be joined so. */
type Join = (a: Schema, b: Schema, names: readonly string[]) => Schema | null;

const joins: Readonly<Record<string, Join>> = {
  "allOf, inline": (a, b) => ({ allOf: [a, b] }),
  "allOf of references": (_a, _b, names) => ({ allOf: names.map(ref) }),
  "a reference and a branch": (_a, b, [name = ""]) => ({
    allOf: [ref(name), b],
  }),
  "keywords beside a reference": (_a, b, [name = ""]) => ({
    ...b,
    ...ref(name),
  }),
  "keywords beside allOf": (a, b) =>
    "allOf" in b ? null : { ...b, allOf: [a] },
  "keywords beside oneOf": (a, b) =>
    "oneOf" in b ? null : { ...b, oneOf: [a] },
  "keywords beside anyOf": (a, b) =>
    "anyOf" in b ? null : { ...b, anyOf: [a, false] },
  "keywords of both": (a, b) =>
    Object.keys(a).some((key) => key in b) ? null : { ...a, ...b },
  "within another allOf": (a, _b, [, name = ""]) => ({
    allOf: [{ allOf: [a] }, { allOf: [ref(name)] }],
  }),
};

/** Without a type, keywords of objects are read as those of an object. */
function isOfObjects(schema: Schema): boolean {
  return (
    schema.type === "object" ||
    ["required", "properties"].some((key) => key in schema) ||
    ["anyOf", "oneOf"].some(
      (key) =>
        Array.isArray(schema[key]) &&
        schema[key].every((branch) => isOfObjects(branch)),
    )
  );
}

const isObject = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

interface Joined {
  readonly name: string;
  readonly schema: Schema;
  readonly values: readonly unknown[];
}

const names = Object.keys(assertions);
const joined = Object.entries(joins).map(([how, join]) => ({
  how,
  schemas: names.flatMap((one) =>
    names.flatMap((other): Joined[] => {
      const a = assertions[one] ?? {};
      const b = assertions[other] ?? {};
      const schema = join(a, b, [one, other]);
      if (schema === null) return [];
      const isTyped = [a, b].every((part) => !isOfObjects(part) || part.type);
      const tried = isTyped ? values : values.filter(isObject);
      return [{ name: `J${one}With${other}`, schema, values: tried }];
    }),
  ),
}));

describe.each(joined)("$how", ({ schemas }) => {
  test("strict mode says what ajv says", () => {
    const all = {
      ...assertions,
      ...Object.fromEntries(schemas.map(({ name, schema }) => [name, schema])),
    };
    const root = { components: { schemas: all } };
    const ajv = new Ajv2020({ strict: false }).addSchema(root, "root");
    const validators = loadValidators("api.json", smallDocument(all));
    const wrong = schemas.flatMap(({ name, values: tried }) => {
      const right = ajv.compile({ $ref: `root#/components/schemas/${name}` });
      const { is } = validators.of(name);
      return tried
        .filter((value) => is(value, { mode: "strict" }) !== right(value))
        .map((value) => `${name} ${JSON.stringify(value)}`);
    });
    expect(wrong).toEqual([]);
  });
});
