import { sortedByBytes } from "../compare-bytes.js";
import type { ModelSet } from "../model.js";

/**
 * The one JSON text of a model set: equal for two documents that differ only in the order
 * of keys, whoever asked for the set. Keys and properties are in byte order, a `Map` is an
 * object, and an integer beyond 2^53 is `{"integer": "9007199254740993"}`.
 */
export function canonicalJson(modelSet: ModelSet): string {
  return JSON.stringify(canonical(modelSet, ""), null, 1);
}

function canonical(value: unknown, key: string): unknown {
  if (typeof value === "bigint") return { integer: String(value) };
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const sorted = fieldLists.has(key) ? sortedByBytes(items, nameOf) : items;
    return sorted.map((item) => canonical(item, ""));
  }
  const entries =
    value instanceof Map ? [...value.entries()] : Object.entries(value);
  return Object.fromEntries(
    sortedByBytes(entries, ([name]) => String(name)).map(([name, part]) => [
      name,
      canonical(part, String(name)),
    ]),
  );
}

/** Lists of properties and parameters, which the model has in the document's order. */
const fieldLists: ReadonlySet<string> = new Set([
  "cookies",
  "fields",
  "headers",
  "pathParameters",
  "query",
]);

function nameOf(field: unknown): string {
  return typeof field === "object" && field !== null && "name" in field
    ? String(field.name)
    : "";
}
