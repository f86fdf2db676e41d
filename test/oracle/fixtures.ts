// Stripe's own sample objects of API 2024-04-10, which are not part of the
// project: tests that want them are skipped where they are absent.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = fileURLToPath(
  new URL(
    "../../../shared/fixtures/stripe-2024-04-10.fixtures3.json",
    import.meta.url,
  ),
);

export const hasFixtures = existsSync(path);

/** Resource → its sample; empty where there are none. */
export function readFixtures(): Readonly<Record<string, unknown>> {
  return hasFixtures ? JSON.parse(readFileSync(path, "utf8")).resources : {};
}
