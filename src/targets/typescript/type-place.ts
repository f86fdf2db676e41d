// The places of a document in which the same type is printed differently.

/**
 * A binary string is text within a model's JSON, but bytes as a whole body or a
 * part of a form. An enum is usually closed in requests and open in responses.
 */
export type TypePlace = "model" | "request" | "response";
