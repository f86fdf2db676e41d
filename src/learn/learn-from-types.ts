// The schemas of a document × the types of the `stripe` package → which nullable
// properties the types declare as optional. The two are walked side by side, because
// the types are nested where the document names schemas.

import type ts from "typescript";
import {
  type Compiler,
  literalOf,
  type StripeTypes,
} from "./open-stripe-types.js";
import {
  addFinding,
  type Findings,
  isDeletedForm,
  type LearnSchema,
  type LearnSchemas,
  needsFact,
  objectLiteralOf,
  type Presence,
  schemaNameOf,
} from "./presence-finding.js";

/**
 * `after: Date | null` is `always`, `after?: Date | null` is `sometimes`. A property
 * that the types do not declare has no finding.
 */
export function learnFromTypes(
  compiler: Compiler,
  { checker, resources }: StripeTypes,
  schemas: LearnSchemas,
): Findings {
  const findings = new Map<string, Presence>();
  const seen = new Set<string>();
  const numbers = new Map<ts.Type, number>();
  const numberOf = (type: ts.Type): number => {
    const number = numbers.get(type) ?? numbers.size;
    numbers.set(type, number);
    return number;
  };

  function walkProperties(
    name: string | null,
    schema: LearnSchema,
    type: ts.Type,
  ): void {
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      const symbol = type.getProperty(key);
      if (symbol === undefined) continue;
      const optional = (symbol.flags & compiler.SymbolFlags.Optional) !== 0;
      if (name !== null && needsFact(schema, key, property)) {
        addFinding(findings, `${name}.${key}`, optional);
      }
      walk(property, objectsIn(checker.getTypeOfSymbol(symbol)));
    }
  }

  function walkNamed(name: string, types: readonly ts.Type[]): void {
    const schema = schemas[name];
    if (schema === undefined) return;
    if (schema.properties === undefined) {
      walk(schema, types);
      return;
    }
    for (const type of fittingTypes(schema, types, checker)) {
      const step = `${name} ${numberOf(type)}`;
      if (seen.has(step)) continue;
      seen.add(step);
      walkProperties(name, schema, type);
    }
  }

  function walk(schema: LearnSchema, types: readonly ts.Type[]): void {
    if (types.length === 0) return;
    if (schema.$ref !== undefined) {
      walkNamed(schemaNameOf(schema.$ref), types);
    } else if (schema.anyOf !== undefined) {
      for (const branch of schema.anyOf) walk(branch, types);
    } else if (schema.items !== undefined) {
      walk(
        schema.items,
        types.flatMap((type) => indexedBy("number", type)),
      );
    } else if (schema.properties !== undefined) {
      for (const type of types) walkProperties(null, schema, type);
    } else if (typeof schema.additionalProperties === "object") {
      const values = types.flatMap((type) => indexedBy("string", type));
      walk(schema.additionalProperties, values);
    }
  }

  function indexedBy(key: "number" | "string", type: ts.Type): ts.Type[] {
    const found =
      key === "number" ? type.getNumberIndexType() : type.getStringIndexType();
    return found === undefined ? [] : objectsIn(found);
  }

  function objectsIn(type: ts.Type): ts.Type[] {
    const members = type.isUnion() ? type.types : [type];
    return members.filter(
      ({ flags }) =>
        (flags &
          (compiler.TypeFlags.Object | compiler.TypeFlags.Intersection)) !==
        0,
    );
  }

  for (const [name, schema] of Object.entries(schemas)) {
    const literal = objectLiteralOf(schema);
    if (literal !== null) walkNamed(name, resources.get(literal) ?? []);
  }
  return findings;
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
        isDeletedForm(schema) === hasDeleted(type, checker),
    );
  }
  if (types.length === 1) return types;
  const keys = Object.keys(schema.properties ?? {});
  return types.filter((type) =>
    keys.every((key) => type.getProperty(key) !== undefined),
  );
}

/** `deleted: true` marks a deleted object; a live one has `deleted?: void`. */
function hasDeleted(type: ts.Type, checker: ts.TypeChecker): boolean {
  const property = type.getProperty("deleted");
  return (
    property !== undefined &&
    checker.typeToString(checker.getTypeOfSymbol(property)) === "true"
  );
}
