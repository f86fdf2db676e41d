// The schemas of a document × the types of the `stripe` package → which nullable
// properties the types declare as optional. The two are walked side by side, because
// the types are nested where the document names schemas.

import type ts from "typescript";
import {
  addFinding,
  type Compiler,
  isDeletedForm,
  type LearnSchema,
  type LearnSchemas,
  needsFact,
  objectLiteralOf,
  type Presence,
  type PresenceFindings,
  schemaNameOf,
} from "../../learn/presence-finding.js";
import { literalOf, type StripeTypes } from "./open-stripe-types.js";

/** The state of one walk over the types. */
interface TypeWalk {
  readonly compiler: Compiler;
  readonly checker: ts.TypeChecker;
  readonly schemas: LearnSchemas;
  readonly findings: Map<string, Presence>;
  /** The types with which a named schema was compared, because schemas form cycles. */
  readonly seen: Map<string, Set<ts.Type>>;
}

/**
 * `after: Date | null` is `always`, `after?: Date | null` is `sometimes`. A property
 * that the types do not declare has no finding.
 */
export function learnFromTypes(
  compiler: Compiler,
  { checker, resources }: StripeTypes,
  schemas: LearnSchemas,
): PresenceFindings {
  const findings = new Map<string, Presence>();
  const walk = { compiler, checker, schemas, findings, seen: new Map() };
  for (const [name, schema] of Object.entries(schemas)) {
    const literal = objectLiteralOf(schema);
    if (literal !== null) {
      compareNamed(name, resources.get(literal) ?? [], walk);
    }
  }
  return findings;
}

function compareProperties(
  name: string | null,
  schema: LearnSchema,
  type: ts.Type,
  walk: TypeWalk,
): void {
  const { compiler, checker, findings } = walk;
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const symbol = type.getProperty(key);
    if (symbol === undefined) continue;
    const optional = (symbol.flags & compiler.SymbolFlags.Optional) !== 0;
    if (name !== null && needsFact(schema, key, property)) {
      addFinding(findings, `${name}.${key}`, optional);
    }
    const types = objectsIn(compiler, checker.getTypeOfSymbol(symbol));
    compareSchema(property, types, walk);
  }
}

function compareNamed(
  name: string,
  types: readonly ts.Type[],
  walk: TypeWalk,
): void {
  const { checker, schemas, seen } = walk;
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (schema === undefined) return;
  if (schema.properties === undefined) {
    compareSchema(schema, types, walk);
    return;
  }
  for (const type of fittingTypes(schema, types, checker)) {
    const before = seen.get(name) ?? new Set();
    if (before.has(type)) continue;
    seen.set(name, before.add(type));
    compareProperties(name, schema, type, walk);
  }
}

function compareSchema(
  schema: LearnSchema,
  types: readonly ts.Type[],
  walk: TypeWalk,
): void {
  if (types.length === 0) return;
  const objects = (found: readonly (ts.Type | undefined)[]) =>
    found.flatMap((type) => objectsIn(walk.compiler, type));
  if (schema.$ref !== undefined) {
    compareNamed(schemaNameOf(schema.$ref), types, walk);
  } else if (schema.anyOf !== undefined) {
    for (const branch of schema.anyOf) compareSchema(branch, types, walk);
  } else if (schema.items !== undefined) {
    const items = objects(types.map((type) => type.getNumberIndexType()));
    compareSchema(schema.items, items, walk);
  } else if (schema.properties !== undefined) {
    for (const type of types) compareProperties(null, schema, type, walk);
  } else if (typeof schema.additionalProperties === "object") {
    const values = objects(types.map((type) => type.getStringIndexType()));
    compareSchema(schema.additionalProperties, values, walk);
  }
}

/**
 * The members of a union that a schema describes: those with its `object`, deleted or
 * not. Without an `object`, a type of which every property of the schema is known.
 */
function fittingTypes(
  schema: LearnSchema,
  types: readonly ts.Type[],
  checker: ts.TypeChecker,
): readonly ts.Type[] {
  const literal = objectLiteralOf(schema);
  if (literal !== null) {
    return types.filter(
      (type) =>
        literalOf(checker, type, "object") === literal &&
        isDeletedForm(schema) === isDeletedType(type, checker),
    );
  }
  if (types.length === 1) return types;
  const keys = Object.keys(schema.properties ?? {});
  return types.filter((type) =>
    keys.every((key) => type.getProperty(key) !== undefined),
  );
}

/** `deleted: true` marks a deleted object; a live one has `deleted?: void`. */
function isDeletedType(type: ts.Type, checker: ts.TypeChecker): boolean {
  const property = type.getProperty("deleted");
  return (
    property !== undefined &&
    checker.typeToString(checker.getTypeOfSymbol(property)) === "true"
  );
}

/** The objects in a union: without null, undefined, and ids. */
function objectsIn(
  compiler: Compiler,
  type: ts.Type | undefined,
): readonly ts.Type[] {
  if (type === undefined) return [];
  const { Intersection, Object: object } = compiler.TypeFlags;
  const members = type.isUnion() ? type.types : [type];
  return members.filter(({ flags }) => (flags & (object | Intersection)) !== 0);
}
