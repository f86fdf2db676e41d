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
    description: "describes the path, which has no type",
    get: "handled",
    head: "handled",
    options: "handled",
    parameters: "handled",
    patch: "handled",
    post: "handled",
    put: "handled",
    query: "handled",
    servers: "names the address, not the content",
    summary: "describes the path, which has no type",
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
    security: "names the authorization, not the content",
    servers: "names the address, not the content",
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
    description: "describes the body; the operation's own description is used",
    required: "handled",
  },
  "a response": {
    content: "handled",
    description:
      "describes the response; the operation's own description is used",
    headers:
      "headers are not part of the response body, which is what has a type",
    links: "links name further operations, not types",
    summary: "describes the response; the operation's own description is used",
  },
  "a media type": {
    encoding: "handled",
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
