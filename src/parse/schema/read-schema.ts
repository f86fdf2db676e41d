// Reads single values of a document, whose types are unchecked.

import type { Dialect, RawSchema } from "../../dialects/dialect.js";
import { jsonLine } from "../../ir/json-value.js";

/** True for a JSON object: neither an array nor null. */
export function isRecord(value: unknown): value is RawSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The `default` of a schema as JSON; null if there is none, or JSON cannot
 * represent it.
 */
export function readDefault({ default: value }: RawSchema): string | null {
  return value === undefined ? null : jsonLine(value);
}

/**
 * A description, trimmed and rewritten by the dialect; null if there is none,
 * or it is blank.
 */
export function readText(value: unknown, dialect: Dialect): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" ? null : dialect.describe(text);
}
