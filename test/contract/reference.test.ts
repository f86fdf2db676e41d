// The reference that is generated from tables of the code. `npm run reference` writes it.

import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { configContext } from "../../src/cli/registry.js";
import { configPage } from "../../src/config/config-page.js";
import { configSchema } from "../../src/config/config-schema.js";
import { outputDefaults } from "../../src/config/keys.js";

const file = (path: string) =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));

describe("reference", () => {
  test("codegen.config.schema.json", async () => {
    const text = `${JSON.stringify(configSchema(configContext), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(file("codegen.config.schema.json"));
  });

  test("docs/config.md", async () => {
    const page = configPage(configContext);
    await expect(page).toMatchFileSnapshot(file("docs/config.md"));
  });
});

describe("the table of keys", () => {
  test("the schema accepts every default", () => {
    const validate = new Ajv().compile(configSchema(configContext));
    const set = Object.entries(outputDefaults).filter(
      ([, value]) => value !== null,
    );
    const output = { spec: "a.yaml", out: "b", ...Object.fromEntries(set) };
    expect(validate({ outputs: [output] })).toBe(true);
    expect(validate({ outputs: [{ ...output, sepc: "a.yaml" }] })).toBe(false);
  });
});
