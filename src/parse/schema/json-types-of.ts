// A schema → the JSON types that a value of it may have. Every keyword is an
// assertion of its own, so the result is the intersection of what `type`,
// `enum`, `$ref` and the combiners allow, whatever stands beside what.

import type { ReferenceReader } from "../references/create-reference-reader.js";
import { isRecord } from "./read-schema.js";

/** `number` is an integer or a fraction, so that `integer` is a part of it. */
export type JsonType =
  | "array"
  | "boolean"
  | "fraction"
  | "integer"
  | "null"
  | "object"
  | "string";

export type JsonTypes = ReadonlySet<JsonType>;

/** The types that a schema without any assertion allows. */
export const allTypes: JsonTypes = new Set<JsonType>([
  ...(["array", "boolean", "fraction", "integer"] as const),
  ...(["null", "object", "string"] as const),
]);

const noTypes: JsonTypes = new Set();

const byKeyword: Readonly<Record<string, readonly JsonType[]>> = {
  array: ["array"],
  boolean: ["boolean"],
  integer: ["integer"],
  null: ["null"],
  number: ["fraction", "integer"],
  object: ["object"],
  string: ["string"],
};

/** The limit on schemas read for one answer; beyond it, every type is allowed. */
const mostSchemas = 1000;

/** Answers of models, by reader: one reader belongs to one document. */
const ofModels = new WeakMap<ReferenceReader, Map<string, JsonTypes>>();

interface TypeSearch {
  readonly references: ReferenceReader;
  readonly known: Map<string, JsonTypes>;
  /** The models around the schema: a reference back to one asserts nothing new. */
  readonly within: ReadonlySet<string>;
  readonly budget: { left: number };
}

/**
 * What `type` asserts by itself; an unknown type, which another rule reports,
 * asserts nothing.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.1
 */
export function typesOfKeyword(type: unknown): JsonTypes {
  if (type === undefined) return allTypes;
  const names: readonly unknown[] = Array.isArray(type) ? type : [type];
  const types = names.map((name) =>
    typeof name === "string" && Object.hasOwn(byKeyword, name)
      ? byKeyword[name]
      : undefined,
  );
  return types.includes(undefined)
    ? allTypes
    : new Set(types.flatMap((some) => some ?? []));
}

/** The type of a JSON value; a `bigint` is an integer beyond 2^53. */
export function typeOfValue(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "boolean";
    case "bigint":
      return "integer";
    case "number":
      return Number.isInteger(value) ? "integer" : "fraction";
    default:
      return "object";
  }
}

/** Follows references; a chain of them beyond the limit allows every type. */
export function jsonTypesOf(
  schema: unknown,
  references: ReferenceReader,
): JsonTypes {
  return search(schema, startSearch(references));
}

/** Like `jsonTypesOf`, without what `properties` or `items` alone imply. */
export function assertedTypesOf(
  schema: unknown,
  references: ReferenceReader,
): JsonTypes {
  return searchAsserted(schema, startSearch(references));
}

function startSearch(references: ReferenceReader): TypeSearch {
  const known = ofModels.get(references) ?? new Map<string, JsonTypes>();
  ofModels.set(references, known);
  const budget = { left: mostSchemas };
  return { references, known, within: new Set(), budget };
}

export function intersectTypes(a: JsonTypes, b: JsonTypes): JsonTypes {
  if (a === allTypes) return b;
  return b === allTypes ? a : new Set([...a].filter((one) => b.has(one)));
}

/** True if `types` has no type that `allowed` lacks. */
export function areWithin(types: JsonTypes, allowed: JsonTypes): boolean {
  return [...types].every((one) => allowed.has(one));
}

function search(schema: unknown, state: TypeSearch): JsonTypes {
  const asserted = searchAsserted(schema, state);
  return isRecord(schema)
    ? intersectTypes(asserted, impliedTypes(schema, asserted))
    : asserted;
}

function searchAsserted(schema: unknown, state: TypeSearch): JsonTypes {
  if (schema === false) return noTypes;
  state.budget.left -= 1;
  if (!isRecord(schema) || state.budget.left < 0) return allTypes;
  const { type, nullable, allOf, anyOf, oneOf } = schema;
  const parts = [
    typesOfKeyword(type),
    typesOfValues(schema),
    typesOfReference(schema.$ref ?? schema.$dynamicRef, state),
    ...listOf(allOf).map((branch) => search(branch, state)),
    ...[anyOf, oneOf].map((branches) =>
      Array.isArray(branches) ? searchAny(branches, state) : allTypes,
    ),
  ];
  const types = parts.reduce(intersectTypes, allTypes);
  return nullable === true ? new Set([...types, "null" as const]) : types;
}

function searchAny(branches: readonly unknown[], state: TypeSearch): JsonTypes {
  const found = branches.map((branch) => search(branch, state));
  return found.includes(allTypes)
    ? allTypes
    : new Set(found.flatMap((types) => [...types]));
}

/** A `type` beside `enum` coerces its values, so that only `null` matters there. */
function typesOfValues({
  const: only,
  enum: listed,
  type,
}: {
  readonly [keyword: string]: unknown;
}): JsonTypes {
  const values = only === undefined ? listed : [only];
  if (!Array.isArray(values)) return allTypes;
  if (type === undefined) return new Set(values.map(typeOfValue));
  return values.includes(null)
    ? allTypes
    : new Set([...allTypes].filter((one) => one !== "null"));
}

function typesOfReference(ref: unknown, state: TypeSearch): JsonTypes {
  const { references, known, within, budget } = state;
  const model = references.findModel(ref);
  if (model === null || within.has(model)) return allTypes;
  const before = known.get(model);
  if (before !== undefined) return before;
  const types = search(references.schemaOf(model), {
    ...state,
    within: new Set([...within, model]),
  });
  // Within another model, or without budget, the answer may be too wide.
  if (within.size === 0 && budget.left >= 0) known.set(model, types);
  return types;
}

const objectKeywords = [
  ...["additionalProperties", "patternProperties", "properties"],
  ...["propertyNames", "required", "unevaluatedProperties"],
];
const arrayKeywords = ["items", "prefixItems"];

/**
 * Without a `type`, keywords of objects or arrays are read as naming one, if
 * the other keywords allow it. `nullable` beside them stays.
 */
function impliedTypes(
  schema: Readonly<Record<string, unknown>>,
  asserted: JsonTypes,
): JsonTypes {
  const implied = impliedType(schema);
  if (implied === null || !asserted.has(implied)) return allTypes;
  return new Set(schema.nullable === true ? [implied, "null"] : [implied]);
}

/** The type that keywords of objects or arrays name; null if `type` does. */
export function impliedType(
  schema: Readonly<Record<string, unknown>>,
): "array" | "object" | null {
  if (schema.type !== undefined) return null;
  const has = (keyword: string) => schema[keyword] !== undefined;
  if (objectKeywords.some(has)) return "object";
  return arrayKeywords.some(has) ? "array" : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
