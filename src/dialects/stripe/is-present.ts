// In Stripe's v1 documents `required` means "present and never null": it never lists a
// nullable property, although real objects almost always have it, possibly as null. This
// is the assumption of `presence=observed`; by default only facts count.

import type { PresenceFacts } from "../dialect.js";

/**
 * In v2 schemas, `required` means presence, and a property can be required and
 * nullable. The config key `presence` lists facts about v1. A document for SDKs
 * (`x-stripeSpecAudience: sdk`) lists nullable properties in `required` too, but is not
 * recognised yet.
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
