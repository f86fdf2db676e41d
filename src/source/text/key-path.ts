/**
 * The keys and indexes from the root of a document to a value: `["paths", "/pets",
 * "get"]`.
 */
export type KeyPath = readonly (string | number)[];
