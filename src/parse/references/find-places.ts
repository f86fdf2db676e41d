// References that lead deeper than to a schema's name → the places they lead to,
// each with a name. What stands there becomes a model of its own, so that it is
// written once and may refer to itself.

import {
  appendPointer,
  parsePointer,
  resolvePointer,
} from "../../document/pointer.js";
import { freeName } from "../../ir/query/free-name.js";
import { isRecord } from "../schema/read-schema.js";
import { findContentSchema } from "./find-content-schema.js";
import type { References } from "./find-references.js";

export interface InlinePlace {
  /** Of the model that is made of it. */
  readonly name: string;
  readonly pointer: string;
  readonly schema: unknown;
  /** What names are made of: `pet_owner` for `#/components/schemas/pet/properties/owner`. */
  readonly label: string;
}

/** By pointer, as `appendPointer` writes it. */
export type Places = ReadonlyMap<string, InlinePlace>;

export const noPlaces: Places = new Map();

/** `references` are all that the document has; `schemaNames` are taken. */
export function findPlaces(
  root: unknown,
  references: References,
  schemaNames: ReadonlySet<string>,
): Places {
  const places = new Map<string, InlinePlace>();
  for (const target of references.targets) {
    const tokens = parsePointer(target);
    if (tokens === null || isSchemaName(tokens)) continue;
    const pointer = placeOf(root, appendPointer("#", ...tokens));
    if (pointer === null) continue; // whoever reads the reference reports it
    const schema = resolvePointer(root, pointer);
    if (schema === undefined) continue; // as above
    const label = placeLabel(parsePointer(pointer) ?? [], root);
    places.set(pointer, {
      name: freeName(pointer, schemaNames),
      ...{ pointer, schema, label },
    });
  }
  return places;
}

/** The place of the schema that a reference means; null where there is none. */
export function placeOf(root: unknown, target: string): string | null {
  const tokens = parsePointer(target) ?? [];
  const pointer = appendPointer("#", ...tokens);
  return isSchemaPlace(tokens) ? pointer : findContentSchema(root, pointer);
}

/** `#/components/schemas/pet` names a model; what is below it does not. */
export function isSchemaName(tokens: readonly string[]): boolean {
  const [components, schemas, , ...deeper] = tokens;
  return (
    tokens.length >= 3 &&
    components === "components" &&
    schemas === "schemas" &&
    deeper.length === 0
  );
}

/** Keys under which a schema stands, by itself or by name or number. */
const holdsSchema = new Set([
  "additionalProperties",
  "contains",
  "contentSchema",
  "else",
  "if",
  "items",
  "itemSchema",
  "not",
  "propertyNames",
  "schema",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
]);
const holdsSchemas = new Set([
  "$defs",
  "allOf",
  "anyOf",
  "definitions",
  "dependentSchemas",
  "items",
  "oneOf",
  "patternProperties",
  "prefixItems",
  "properties",
  "schemas",
]);

/** Keys under which something else stands that one may refer to. */
const holdsOthers = new Set([
  "callbacks",
  "content",
  "encoding",
  "examples",
  "headers",
  "links",
  "mediaTypes",
  "parameters",
  "pathItems",
  "paths",
  "requestBodies",
  "responses",
  "securitySchemes",
  "webhooks",
]);

/** Where no keyword says it, what a schema refers to is taken for one. */
function isSchemaPlace(tokens: readonly string[]): boolean {
  const [area = ""] = tokens;
  const last = tokens.at(-1) ?? "";
  const before = tokens.at(-2) ?? "";
  if (tokens.length < 2) return false;
  if (holdsSchemas.has(before) || holdsSchema.has(last)) return true;
  const isOperation =
    (area === "paths" || area === "webhooks") && tokens.length === 3;
  return !holdsOthers.has(before) && last !== "requestBody" && !isOperation;
}

/** Words of a pointer that say where in a grammar one is, and nothing of the document. */
const grammar = new Set([
  "$defs",
  "components",
  "content",
  "definitions",
  "properties",
  "schema",
  "schemas",
]);

function placeLabel(tokens: readonly string[], root: unknown): string {
  const [area, path = "", method = "", ...rest] = tokens;
  const below = (parts: readonly string[]) =>
    parts.filter((part, index) => {
      const before = parts[index - 1] ?? "";
      if (before === "content") return false; // a media type
      return holdsSchemas.has(before) || !grammar.has(part);
    });
  if (area !== "paths" && area !== "webhooks") {
    return below(tokens).join("_");
  }
  const operation = resolvePointer(
    root,
    appendPointer("#", area, path, method),
  );
  const id = isRecord(operation) ? operation.operationId : undefined;
  const own = typeof id === "string" && id !== "" ? id : `${method}_${path}`;
  return [own, ...below(rest)].join("_");
}
