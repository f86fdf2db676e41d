/** The keys and indexes that lead to a value from the root of its document. */
export type KeyPath = readonly (string | number)[];
