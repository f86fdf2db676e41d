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
import { visitFirst } from "../../ir/walk/visit-first.js";
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
  /** The models that were searched before the first schema that leads to them. */
  readonly prepared: Set<string>;
}

type Reading = "asserted" | "implied";

/** By reader: one reader belongs to one document. */
const answersByReader = new WeakMap<ReferenceReader, KnownTypes>();

interface TypeSearch {
  readonly references: ReferenceReader;
  readonly known: KnownTypes;
  readonly reading: Reading;
  /**
   * The models around the schema, with their depths: a reference back to one asserts
   * nothing new. Models are added before they are searched, and removed after.
   */
  readonly within: Map<string, number>;
  readonly progress: SearchProgress;
}

/** The mutable state of one search. */
interface SearchProgress {
  /** The number of schemas that may still be read. */
  left: number;
  /** The least depth of a model that a reference led back to; infinite for none. */
  outermost: number;
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
  return searchFrom(schema, references, "implied");
}

/** Like `jsonTypesOf`, without what `properties` or `items` alone imply. */
export function assertedTypesOf(
  schema: unknown,
  references: ReferenceReader,
): JsonTypes {
  return searchFrom(schema, references, "asserted");
}

/**
 * First searches the models that the schema leads to, those at the ends first: a chain
 * of them is then read once, however long it is.
 */
function searchFrom(
  schema: unknown,
  references: ReferenceReader,
  reading: Reading,
): JsonTypes {
  const known = answersByReader.get(references) ?? {
    implied: new Map(),
    asserted: new Map(),
    prepared: new Set(),
  };
  answersByReader.set(references, known);
  const next = (from: unknown) =>
    modelsIn(from, references).filter((model) => !known.prepared.has(model));
  visitFirst(
    next(schema),
    (model) => next(references.schemaOf(model)),
    (model) => {
      known.prepared.add(model);
      for (const each of ["asserted", "implied"] as const) {
        searchModel(model, startSearch(references, each, known));
      }
    },
  );
  return search(schema, startSearch(references, reading, known));
}

/** The models whose types decide those of the schema. */
function modelsIn(schema: unknown, references: ReferenceReader): string[] {
  const found: string[] = [];
  const pending = [schema];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (!isRecord(one)) continue;
    const model = references.findModel(one.$ref ?? one.$dynamicRef);
    if (model !== null) found.push(model);
    for (const branches of [one.allOf, one.anyOf, one.oneOf]) {
      pending.push(...branchesIn(branches));
    }
  }
  return found;
}

function startSearch(
  references: ReferenceReader,
  reading: Reading,
  known: KnownTypes,
): TypeSearch {
  const progress = { left: mostSchemas, outermost: Number.POSITIVE_INFINITY };
  return { references, known, reading, within: new Map(), progress };
}

function search(schema: unknown, state: TypeSearch): JsonTypes {
  if (schema === false) return noTypes;
  state.progress.left -= 1;
  if (!isRecord(schema) || state.progress.left < 0) return allTypes;
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
  const model = state.references.findModel(ref);
  return model === null ? allTypes : searchModel(model, state);
}

function searchModel(model: string, state: TypeSearch): JsonTypes {
  const { references, reading, within, progress } = state;
  const known = state.known[reading];
  const around = within.get(model);
  if (around !== undefined) {
    progress.outermost = Math.min(progress.outermost, around);
    return allTypes;
  }
  const before = known.get(model);
  if (before !== undefined) return before;
  const depth = within.size;
  const outermost = progress.outermost;
  progress.outermost = Number.POSITIVE_INFINITY;
  within.set(model, depth);
  const types = search(references.schemaOf(model), state);
  within.delete(model);
  // Inside of a cycle through a model around it, or without budget, the answer may be
  // too wide.
  if (progress.outermost >= depth && progress.left >= 0)
    known.set(model, types);
  progress.outermost = Math.min(outermost, progress.outermost);
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
