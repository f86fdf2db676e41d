// Every field that a part of an operation may have, and what becomes of it:
// `"handled"` where a reader reads it, else the reason why it has no effect on
// types. A field that is not listed is reported, as are keywords of schemas.

/**
 * Of 3.0 to 3.2.
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

/** As a message calls it. */
export type PartKind = keyof typeof fieldSupport;

/** Extensions may say anything and are for whoever knows them. */
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
