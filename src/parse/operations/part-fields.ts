// Keyword support: every field that a part of an operation may have.
// `"handled"` means that a reader reads it; any other text is the reason why
// it has no effect on types. Fields that are not listed are reported, as are
// keywords of schemas.

/**
 * The fields of OpenAPI 3.0 to 3.2.
 * @see https://spec.openapis.org/oas/v3.0.4#path-item-object and below
 * @see https://spec.openapis.org/oas/v3.2.0#path-item-object and below
 */
const fieldSupport = {
  "a path item": {
    $ref: "handled",
    additionalOperations: "handled",
    delete: "handled",
    description: "speaks of the path, which has no type of its own",
    get: "handled",
    head: "handled",
    options: "handled",
    parameters: "handled",
    patch: "handled",
    post: "handled",
    put: "handled",
    query: "handled",
    servers: "says where to send, and not what",
    summary: "speaks of the path, which has no type of its own",
    trace: "handled",
  },
  "an operation": {
    callbacks: "handled",
    deprecated: "handled",
    description: "handled",
    externalDocs: "a link for readers",
    operationId: "handled",
    parameters: "handled",
    requestBody: "handled",
    responses: "handled",
    security: "says who may send, and not what",
    servers: "says where to send, and not what",
    summary: "handled",
    tags: "sorts operations for readers",
  },
  "a parameter": {
    allowEmptyValue: "how a value is written; an empty one is a string",
    allowReserved: "how a value is written",
    content: "handled",
    deprecated: "handled",
    description: "handled",
    example: "an illustration",
    examples: "an illustration",
    explode: "how a value is written",
    in: "handled",
    name: "handled",
    required: "handled",
    schema: "handled",
    style: "how a value is written",
  },
  "a request body": {
    content: "handled",
    description: "speaks of the body; the operation has a description",
    required: "handled",
  },
  "a response": {
    content: "handled",
    description: "speaks of the answer; the operation has a description",
    headers: "come beside what is answered, which is what is typed",
    links: "name operations to go on with, and no types",
    summary: "speaks of the answer; the operation has a description",
  },
  "a media type": {
    encoding: "how the parts of a form are written",
    example: "an illustration",
    examples: "an illustration",
    itemEncoding: "how the parts of a form are written",
    itemSchema: "handled",
    prefixEncoding: "how the parts of a form are written",
    schema: "handled",
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** The kind of part, worded for messages. */
export type PartKind = keyof typeof fieldSupport;

/**
 * The fields of `raw` that the specification does not define. Extensions
 * (`x-`) are allowed everywhere.
 */
export function unknownFields(
  raw: Readonly<Record<string, unknown>>,
  kind: PartKind,
): string[] {
  return Object.keys(raw).filter(
    (field) =>
      !field.startsWith("x-") && !Object.hasOwn(fieldSupport[kind], field),
  );
}

export function knownFields(kind: PartKind): string[] {
  return Object.keys(fieldSupport[kind]);
}
