// A model set → canonical JSON, to compare the model sets of two documents.

import { sortedByBytes } from "../compare-bytes.js";
import type { ModelSet } from "../model.js";

/**
 * Returns the same text for two documents that differ only in the order of keys.
 * Keys and properties are in byte order, a `Map` is an object, and an integer
 * beyond 2^53 is `{"integer": "9007199254740993"}`.
 */
export function canonicalJson(modelSet: ModelSet): string {
  return JSON.stringify(canonical(modelSet, ""), null, 1);
}

function canonical(value: unknown, key: string): unknown {
  if (typeof value === "bigint") return { integer: String(value) };
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const sorted = fieldLists.has(key)
      ? sortedByBytes(items, fieldNameOf)
      : items;
    return sorted.map((item) =>
      canonical(item, key === inSample ? inSample : ""),
    );
  }
  const entries =
    value instanceof Map ? [...value.entries()] : Object.entries(value);
  return Object.fromEntries(
    sortedByBytes(entries, ([name]) => String(name)).map(([name, part]) => [
      name,
      // Lists within samples keep their order: they are the publisher's own data.
      canonical(
        part,
        key === "samples" || key === inSample ? inSample : String(name),
      ),
    ]),
  );
}

/** Marks values within samples. It has a space, so that it equals no key of a model set. */
const inSample = "in sample";

/** Keys of lists in the document's order, which canonical JSON sorts. */
const fieldLists: ReadonlySet<string> = new Set([
  "cookies",
  "fields",
  "headers",
  "pathParameters",
  "query",
]);

function fieldNameOf(field: unknown): string {
  return typeof field === "object" && field !== null && "name" in field
    ? String(field.name)
    : "";
}
