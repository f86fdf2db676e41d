/** The keys and indexes that lead to a value from the root of its document. */
export type Place = readonly (string | number)[];
