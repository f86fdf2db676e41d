// Stripe's features depend on its dialect: with `dialect: plain`, the output of the same
// document has none of them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { readTexts } from "./folder-snapshot.js";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const shop = readFileSync(
  new URL("../golden/cases/shop/spec.yaml", import.meta.url),
  "utf8",
);

async function generate(
  document: string,
  output: object = {},
): Promise<Record<string, string>> {
  const emit = ["models", "values", "params", "validators", "factories"];
  const options = { emit };
  const folder = temporaryFolder({
    "api.yaml": document,
    "codegen.config.yaml": stringify({
      outputs: [{ spec: "api.yaml", out: "out", options, ...output }],
    }),
  });
  const { status, stderr } = await runCodegen(folder, ["run"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return readTexts(join(folder, "out"));
}

/** Every word that the conventions of Stripe bring into the output. */
const words =
  /\b(Expandable|Expanded|ExpandPath|List<|SearchResult<|Metadata|Emptyable|Unrecognized|StripeEvent|isDeleted\b|AddressSpecsParam)|function (expandable|list|searchResult|emptyable)\b|generic-(checks|parts)|"?deleted"?\?: undefined|docs\.stripe\.com/;

const mentions = (files: Record<string, string>) =>
  Object.keys(files).filter((path) => words.test(files[path] ?? ""));

test("with `dialect: plain` nothing of Stripe's conventions is left", async () => {
  const files = await generate(shop, { dialect: "plain" });
  expect(mentions(files)).toEqual([]);
  // And what it says instead is what the document says in general terms.
  expect(files["model/order_line.ts"]).toContain("  order: string | Order;");
  expect(files["model/order.ts"]).toContain("state: OrderState;");
  expect(files["params/post_orders.ts"]).toContain('  note?: string | "";');
});

test("a document without Stripe's mark is read so by itself", async () => {
  const document = parse(shop);
  delete document.info["x-stripeSpecFilename"];
  expect(await generate(stringify(document))).toEqual(
    await generate(shop, { dialect: "plain" }),
  );
});

test("and with the mark the conventions are there", async () => {
  const files = await generate(shop, { dialect: "stripe" });
  expect(mentions(files).length).toBeGreaterThan(5);
  expect(files).toEqual(await generate(shop));
});
