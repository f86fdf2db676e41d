// Values that JSON can represent: samples of real objects, and generated test
// values.

import { sortedByBytes } from "./compare-bytes.js";

/** Any value that `JSON.parse` returns. */
export type JsonValue =
  | JsonObject
  | boolean
  | number
  | string
  | null
  | readonly JsonValue[];

export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** True for `{…}`; false for arrays, null and scalars. */
export function isJsonObject(
  value: JsonValue | undefined,
): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The object's own property `key`; undefined if there is none, or `value` is
 * not an object.
 */
export function ownValue(
  value: JsonValue | undefined,
  key: string,
): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key)
    ? value[key]
    : undefined;
}

/**
 * Formats a value of a document as one line of JSON, with sorted keys and
 * every digit of large integers. Null if JSON cannot represent it, such as
 * `.inf` of YAML.
 */
export function jsonLine(value: unknown): string | null {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number" && !Number.isFinite(value)) return null;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Array.isArray(value)
    ? value.map((item: unknown) => ["", jsonLine(item)] as const)
    : sortedByBytes(Object.entries(value), ([key]) => key).map(
        ([key, item]) => [`${JSON.stringify(key)}:`, jsonLine(item)] as const,
      );
  if (entries.some(([, text]) => text === null)) return null;
  const inner = entries.map(([key, text]) => `${key}${text}`).join(",");
  return Array.isArray(value) ? `[${inner}]` : `{${inner}}`;
}

/**
 * A replacer for `JSON.stringify` that sorts keys: the order of keys in a
 * document must not change the output.
 */
export function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    sortedByBytes(Object.entries(value), ([key]) => key),
  );
}
