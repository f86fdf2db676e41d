// A value without functions → a short text that equal values share: as JSON would be,
// but each part is read once, however many values it is a part of.

import { createHash } from "node:crypto";

/** Longer texts are shortened to their hash. */
const longestKey = 200;

const knownKeys = new WeakMap<object, string>();
const knownOpen = new WeakMap<object, string>();

/** As `JSON.stringify`: properties in their order, without those that are undefined. */
export function structureKey(value: object): string {
  return keyOf(value, knownKeys, false);
}

/** The same, whatever the constraints of values are. */
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
  const before = keys.get(value);
  if (before !== undefined) return before;
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
