// A schema → the JSON types that a value of it may have. Every keyword is an
// assertion of its own, so the result is the intersection of what `type`,
// `enum`, `$ref` and the combiners allow, whatever stands beside what.

import {
  allTypes,
  intersectJsonTypes,
  type JsonType,
  type JsonTypes,
  jsonTypeOf,
} from "../../ir/query/json-types.js";
import type { ReferenceReader } from "../references/create-reference-reader.js";
import { isRecord } from "./read-schema.js";

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

/** The answers of models, with and without what keywords imply. */
interface KnownTypes {
  readonly implied: Map<string, JsonTypes>;
  readonly asserted: Map<string, JsonTypes>;
}

/** By reader: one reader belongs to one document. */
const answersByReader = new WeakMap<ReferenceReader, KnownTypes>();

interface TypeSearch {
  readonly references: ReferenceReader;
  readonly known: KnownTypes;
  readonly reading: keyof KnownTypes;
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

/** Follows references; a chain of them beyond the limit allows every type. */
export function jsonTypesOf(
  schema: unknown,
  references: ReferenceReader,
): JsonTypes {
  return search(schema, startSearch(references, "implied"));
}

/** Like `jsonTypesOf`, without what `properties` or `items` alone imply. */
export function assertedTypesOf(
  schema: unknown,
  references: ReferenceReader,
): JsonTypes {
  return search(schema, startSearch(references, "asserted"));
}

function startSearch(
  references: ReferenceReader,
  reading: keyof KnownTypes,
): TypeSearch {
  const known = answersByReader.get(references) ?? {
    implied: new Map(),
    asserted: new Map(),
  };
  answersByReader.set(references, known);
  const budget = { left: mostSchemas };
  return { references, known, reading, within: new Set(), budget };
}

function search(schema: unknown, state: TypeSearch): JsonTypes {
  if (schema === false) return noTypes;
  state.budget.left -= 1;
  if (!isRecord(schema) || state.budget.left < 0) return allTypes;
  const { nullable } = schema;
  const parts = typesOfParts(schema, state);
  if (state.reading === "asserted") {
    return orNull(parts.reduce(intersectJsonTypes, allTypes), nullable);
  }
  // A type that one part only implies yields to one that another part asserts.
  const asserted = typesOfParts(schema, {
    ...state,
    reading: "asserted",
  }).reduce(intersectJsonTypes, allTypes);
  const types = [...parts, impliedTypes(schema)].reduce(
    (before, part) =>
      intersectJsonTypes(part, asserted).size === 0
        ? before
        : intersectJsonTypes(before, part),
    asserted,
  );
  return orNull(types, nullable);
}

function orNull(types: JsonTypes, nullable: unknown): JsonTypes {
  return nullable === true ? new Set([...types, "null" as const]) : types;
}

function typesOfParts(
  schema: Readonly<Record<string, unknown>>,
  state: TypeSearch,
): readonly JsonTypes[] {
  const { type, allOf, anyOf, oneOf } = schema;
  return [
    typesOfKeyword(type),
    typesOfValues(schema),
    typesOfReference(schema.$ref ?? schema.$dynamicRef, state),
    ...branchesIn(allOf).map((branch) => search(branch, state)),
    ...[anyOf, oneOf].map((branches) =>
      Array.isArray(branches) ? searchAny(branches, state) : allTypes,
    ),
  ];
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
  if (type === undefined) return new Set(values.map(jsonTypeOf));
  return values.includes(null)
    ? allTypes
    : new Set([...allTypes].filter((one) => one !== "null"));
}

function typesOfReference(ref: unknown, state: TypeSearch): JsonTypes {
  const { references, reading, within, budget } = state;
  const known = state.known[reading];
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

/** Without a `type`, keywords of objects or arrays are read as naming one. */
function impliedTypes(schema: Readonly<Record<string, unknown>>): JsonTypes {
  const implied = impliedType(schema);
  return implied === null ? allTypes : new Set([implied]);
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

function branchesIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
