// In Stripe's v1 documents `required` means "present and never null": a nullable
// property is never in it, and yet nearly always there in real objects. This is the
// assumption of `presence=observed`; by default only facts count.

import type { PresenceFacts } from "../dialect.js";

/**
 * In v2 `required` and `nullable` stand together, and `required` means presence.
 * What real objects of v1 omit all the same is data: the config's `presence`.
 * A document for SDKs (`x-stripeSpecAudience: sdk`) lists nullable properties in
 * `required` too; it will be told apart here.
 */
export function isPresent(
  { required, nullable }: PresenceFacts,
  pointer: string,
): boolean {
  const isV2 =
    pointer.startsWith("#/components/schemas/v2.") ||
    pointer.startsWith("#/paths/~1v2~1");
  return required || (nullable && !isV2);
}
