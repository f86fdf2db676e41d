// What JSON can say: samples of real objects, and what is made after them.

import { sortedByBytes } from "./byte-order.js";

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

/** For `JSON.stringify`. The order of keys means nothing, and is no reason for another output. */
export function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    sortedByBytes(Object.entries(value), ([key]) => key),
  );
}
