// Schemas of OpenAPI 3.0 → JSON Schema of 2020-12, read from the specification and
// without anything of `src`: `{nullable: true, …}` → `anyOf [{…}, null]`.

import { isRecord } from "./stripe-document.js";

const one = new Set(["items", "additionalProperties", "not"]);
const several = new Set(["allOf", "anyOf", "oneOf"]);

/** Keywords that ask nothing of a value. */
const notes = new Set([
  "deprecated",
  "description",
  "discriminator",
  "example",
  "externalDocs",
  "format",
  "readOnly",
  "title",
  "writeOnly",
  "xml",
]);

/** @see https://spec.openapis.org/oas/v3.0.4#schema-object */
export function toJsonSchema(schema: unknown): unknown {
  if (!isRecord(schema)) return schema;
  const { nullable, ...keywords } = schema;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(keywords)) {
    if (key.startsWith("x-") || notes.has(key)) continue;
    if (one.has(key)) result[key] = toJsonSchema(value);
    else if (several.has(key) && Array.isArray(value)) {
      result[key] = value.map(toJsonSchema);
    } else if (key === "properties" && isRecord(value)) {
      result[key] = toJsonSchemas(value);
    } else result[key] = value;
  }
  return nullable === true ? { anyOf: [result, { type: "null" }] } : result;
}

export function toJsonSchemas(
  schemas: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      toJsonSchema(schema),
    ]),
  );
}
