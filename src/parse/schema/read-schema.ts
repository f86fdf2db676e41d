// Small readings of values that a stranger wrote: each says what it accepts.

import type { Dialect, RawSchema } from "../../dialects/dialect.js";
import { jsonLine } from "../../ir/json-value.js";

export function isRecord(value: unknown): value is RawSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The `default` of a schema as JSON; null where it has none, or one that JSON cannot say. */
export function readDefault({ default: value }: RawSchema): string | null {
  return value === undefined ? null : jsonLine(value);
}

/** A description that says something, as the dialect wants it read; else null. */
export function readText(value: unknown, dialect: Dialect): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" ? null : dialect.describe(text);
}
