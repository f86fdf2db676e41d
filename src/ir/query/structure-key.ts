// A value without functions → a short text that is equal for equal values.
// Unlike `JSON.stringify`, it visits each object once, no matter how many
// values share it.

import { createHash } from "node:crypto";

/** A longer text is replaced with its hash. */
const longestKey = 200;

const knownKeys = new WeakMap<object, string>();
const knownOpen = new WeakMap<object, string>();

/**
 * The key of a value. As in JSON, the order of properties matters, and
 * properties that are undefined do not.
 */
export function structureKey(value: object): string {
  return keyOf(value, knownKeys, false);
}

/** The same without `constraints` at any depth. */
export function structureKeyWithoutConstraints(value: object): string {
  return keyOf(value, knownOpen, true);
}

function keyOf(
  value: unknown,
  keys: WeakMap<object, string>,
  isOpen: boolean,
): string {
  // JSON has no `bigint`.
  if (typeof value === "bigint") return `{"integer":"${value}"}`;
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value) ?? "null";
  }
  const cached = keys.get(value);
  if (cached !== undefined) return cached;
  const text = Array.isArray(value)
    ? `[${value.map((one) => keyOf(one, keys, isOpen)).join(",")}]`
    : `{${Object.entries(value)
        .filter(
          ([name, part]) =>
            part !== undefined && !(isOpen && name === "constraints"),
        )
        .map(
          ([name, part]) =>
            `${JSON.stringify(name)}:${keyOf(part, keys, isOpen)}`,
        )
        .join(",")}}`;
  const key =
    text.length <= longestKey
      ? text
      : `#${createHash("sha256").update(text).digest("base64")}`;
  keys.set(value, key);
  return key;
}
