// What JSON can say: samples of real objects, and what is made after them.

import { sortedByBytes } from "./compare-bytes.js";

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

export function isJsonObject(
  value: JsonValue | undefined,
): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What an object has itself; undefined where it has not. */
export function ownValue(
  value: JsonValue | undefined,
  key: string,
): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key)
    ? value[key]
    : undefined;
}

/**
 * A value of a document as JSON in one line: large integers digit for digit. Null where
 * JSON cannot say it, as `.inf` of YAML.
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

/** For `JSON.stringify`. The order of keys means nothing, and is no reason for another output. */
export function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    sortedByBytes(Object.entries(value), ([key]) => key),
  );
}
