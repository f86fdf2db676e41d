// Small readings of values that a stranger wrote: each says what it accepts.

import type { Dialect, RawSchema } from "../dialects/dialect.js";

export function isRecord(value: unknown): value is RawSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A description that says something, as the dialect wants it read; else null. */
export function readText(value: unknown, dialect: Dialect): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" ? null : dialect.describe(text);
}
