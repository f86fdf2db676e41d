// Which properties Stripe's objects always have. In v1 schemas, `required` means
// "present and never null": it never lists a nullable property, although real
// objects almost always have it, possibly as null.

import type { PresenceFacts } from "../dialect.js";

/**
 * In v2 schemas, `required` means presence, and a property can be required and
 * nullable. The config key `presence` lists the exceptions of v1: nullable
 * properties that real objects omit.
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
