// The description of an operation or a webhook.

import type { Dialect, RawSchema } from "../../dialects/dialect.js";
import { readText } from "../schema/read-schema.js";

/**
 * The summary and the description as two paragraphs; one, if they are equal.
 * Null if the document has neither.
 */
export function describePart(
  { summary, description }: RawSchema,
  dialect: Dialect,
): string | null {
  const texts = [summary, description].map((text) => readText(text, dialect));
  return [...new Set(texts)].filter(Boolean).join("\n\n") || null;
}
