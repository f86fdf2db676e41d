// Schemas of an OpenAPI 3.0 document → JSON Schema for ajv: replaces `nullable` by
// `type`, `enum` and `anyOf`, and omits keywords that do not affect validity.

/** Keywords that are copied without changes. */
const plain = [
  "additionalProperties",
  "enum",
  "format",
  "items",
  "maximum",
  "maxItems",
  "maxLength",
  "minimum",
  "minItems",
  "minLength",
  "pattern",
  "properties",
  "required",
  "type",
];

/** Converts one schema, with all schemas that it references, to one JSON Schema. */
export function writeJsonSchema(schemas, name) {
  const reached = new Map();
  const reach = (other) => {
    if (reached.has(other)) return;
    reached.set(other, null);
    reached.set(other, convert(schemas[other], reach));
  };
  reach(name);
  return { $ref: refOf(name), definitions: Object.fromEntries(reached) };
}

function convert(schema, reach) {
  if (schema.$ref !== undefined) {
    const name = nameOf(schema.$ref);
    reach(name);
    return { $ref: refOf(name) };
  }
  const result = {};
  for (const key of plain) {
    if (schema[key] !== undefined) result[key] = schema[key];
  }
  if (result.properties !== undefined) {
    result.properties = mapValues(result.properties, (one) =>
      convert(one, reach),
    );
  }
  if (result.items !== undefined) result.items = convert(result.items, reach);
  if (typeof result.additionalProperties === "object") {
    result.additionalProperties = convert(result.additionalProperties, reach);
  }
  for (const key of ["anyOf", "oneOf", "allOf"]) {
    if (schema[key] === undefined) continue;
    result[key] = schema[key].map((one) => convert(one, reach));
  }
  return schema.nullable === true ? orNull(result) : result;
}

function orNull({ anyOf, ...schema }) {
  if (anyOf !== undefined) return { anyOf: [...anyOf, { type: "null" }] };
  if (schema.type === undefined) return { anyOf: [schema, { type: "null" }] };
  const type = [schema.type, "null"];
  return schema.enum === undefined || schema.enum.includes(null)
    ? { ...schema, type }
    : { ...schema, type, enum: [...schema.enum, null] };
}

export function nameOf(ref) {
  return ref.replace("#/components/schemas/", "");
}

function refOf(name) {
  return `#/definitions/${name}`;
}

function mapValues(object, change) {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, change(value)]),
  );
}
