// The inline locations that references point to, deeper than named schemas.
// Each becomes a model with a name, so that it is declared once and may
// reference itself.

import {
  appendPointer,
  parsePointer,
  resolvePointer,
} from "../../document/pointer.js";
import { freeName } from "../../ir/query/free-name.js";
import { isRecord } from "../schema/read-schema.js";
import { findContentSchema } from "./find-content-schema.js";
import type { References } from "./find-references.js";

/** A schema at an inline location, which becomes a model. */
export interface InlineLocation {
  /** The name of its model. */
  readonly name: string;
  readonly pointer: string;
  readonly schema: unknown;
  /**
   * The base of generated names: `pet_owner` for
   * `#/components/schemas/pet/properties/owner`.
   */
  readonly label: string;
}

/** By pointer, as `appendPointer` formats it. */
export type InlineLocations = ReadonlyMap<string, InlineLocation>;

export const noInlineLocations: InlineLocations = new Map();

/** Finds the locations that `references` point to; `schemaNames` are not used as names. */
export function findInlineLocations(
  root: unknown,
  references: References,
  schemaNames: ReadonlySet<string>,
): InlineLocations {
  const locations = new Map<string, InlineLocation>();
  for (const target of references.targets) {
    const tokens = parsePointer(target);
    if (tokens === null || isSchemaName(tokens)) continue;
    const pointer = schemaLocationOf(root, appendPointer("#", ...tokens));
    if (pointer === null) continue; // the reference reader reports it
    const schema = resolvePointer(root, pointer);
    if (schema === undefined) continue; // reported there as well
    const label = locationLabel(parsePointer(pointer) ?? [], root);
    locations.set(pointer, {
      name: freeName(pointer, schemaNames),
      ...{ pointer, schema, label },
    });
  }
  return locations;
}

/** The pointer of the schema that a reference means; null if there is none. */
export function schemaLocationOf(root: unknown, target: string): string | null {
  const tokens = parsePointer(target) ?? [];
  const pointer = appendPointer("#", ...tokens);
  return isSchemaLocation(tokens) ? pointer : findContentSchema(root, pointer);
}

/** True for `#/components/schemas/pet`, and false for anything below it. */
export function isSchemaName(tokens: readonly string[]): boolean {
  const [components, schemas, , ...deeper] = tokens;
  return (
    tokens.length >= 3 &&
    components === "components" &&
    schemas === "schemas" &&
    deeper.length === 0
  );
}

/** Keys whose value is a schema, or a list or map of schemas. */
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

/** Keys whose values are parts of another kind, which references may point to as well. */
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

/** A target that no key classifies counts as a schema, since a schema references it. */
function isSchemaLocation(tokens: readonly string[]): boolean {
  const [area = ""] = tokens;
  const last = tokens.at(-1) ?? "";
  const before = tokens.at(-2) ?? "";
  if (tokens.length < 2) return false;
  if (holdsSchemas.has(before) || holdsSchema.has(last)) return true;
  const isOperation =
    (area === "paths" || area === "webhooks") && tokens.length === 3;
  return !holdsOthers.has(before) && last !== "requestBody" && !isOperation;
}

/** Structural tokens of a pointer, which are left out of labels. */
const structuralTokens = new Set([
  "$defs",
  "components",
  "content",
  "definitions",
  "properties",
  "schema",
  "schemas",
]);

function locationLabel(tokens: readonly string[], root: unknown): string {
  const [area, path = "", method = "", ...rest] = tokens;
  const below = (parts: readonly string[]) =>
    parts.filter((part, index) => {
      const before = parts[index - 1] ?? "";
      if (before === "content") return false; // a media type
      return holdsSchemas.has(before) || !structuralTokens.has(part);
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
