// A config for one target also works for another: settings of the document apply to both,
// and options only to their own target.

import { expect, test } from "vitest";
import { runCodegen } from "../e2e/run-codegen.js";
import { objectOf, smallDocument } from "../e2e/small-document.js";
import { temporaryFolder } from "../e2e/temporary-folder.js";

const files = {
  "api.json": smallDocument({ pet: objectOf({ name: {} }) }),
  "codegen.config.yaml":
    "outputs: [{ spec: api.json, out: out, names: { pet: animal }, options: { emit: [models, values] } }]",
};

const run = async (...more: readonly string[]) =>
  await runCodegen(temporaryFolder(files), [
    "run",
    "--dry-run",
    "--json",
    ...more,
  ]);

test("options of the config are for the target of its own template", async () => {
  const { status, stdout, stderr } = await run("--template", "rust");
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout).toContain("model/animal.rs");
  expect((await run()).stdout).toContain("model/animal.ts");
});

test("what --set says is for the target at hand", async () => {
  const { status, stderr } = await run(
    "--template",
    "rust",
    "--set",
    "emit=models",
  );
  expect(stderr).toContain("[option/unknown]");
  expect(status).toBe(2);
});
