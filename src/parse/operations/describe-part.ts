// What a document says of an operation or a webhook in words.

import type { Dialect, RawSchema } from "../../dialects/dialect.js";
import { readText } from "../schema/read-schema.js";

/** The headline first, where there is one that does not say the same. */
export function describePart(
  { summary, description }: RawSchema,
  dialect: Dialect,
): string | null {
  const texts = [summary, description].map((text) => readText(text, dialect));
  return [...new Set(texts)].filter(Boolean).join("\n\n") || null;
}
