// Compares the id prefixes of Stripe's objects with its samples.

import { expect, test } from "vitest";
import { idPrefix } from "../../src/dialects/stripe/id-prefix.js";
import { prefixOf } from "../../src/ir/query/prefix-of.js";
import { hasFixtures, readFixtures } from "./fixtures.js";

/** Ids whose prefix contains more than the kind of object. */
const longer: Readonly<Record<string, string>> = {
  "checkout.session": "cs_test", // not of a real payment
  line_item: "il_tmp", // of an invoice that is not final
};

// Skipped where the samples are absent: they are Stripe's and not in the repository.
test.skipIf(!hasFixtures)("each known prefix is that of the sample", () => {
  const compared = Object.entries(readFixtures()).flatMap(([name, sample]) => {
    const { id } = sample as { id?: unknown }; // each sample is an object
    const own = typeof id === "string" ? prefixOf(id) : null;
    const known = idPrefix(name);
    return own === null || known === null ? [] : [[name, known, own] as const];
  });
  expect(compared.length).toBeGreaterThan(60);
  for (const [name, known, own] of compared) {
    expect(own, name).toBe(longer[name] ?? known);
  }
});

test("what is deleted keeps its id; what is not known has none", () => {
  expect(idPrefix("deleted_customer")).toBe("cus");
  expect(idPrefix("toString")).toBeNull();
});
