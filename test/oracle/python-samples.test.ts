// The Python pack against Stripe's samples, which pydantic reads.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { wordsOfName } from "../../src/languages/words-of-name.js";
import { runCodegen } from "../e2e/run-codegen.js";
import { temporaryFolder } from "../e2e/temporary-folder.js";

const python = (code: string, cwd: string) =>
  spawnSync("python3", ["-W", "error", "-c", code], { cwd, encoding: "utf8" });

const hasPydantic =
  python("import pydantic; pydantic.RootModel", ".").status === 0;

const project = fileURLToPath(new URL("../..", import.meta.url));
const samples = join(
  project,
  "../shared/fixtures/stripe-2024-04-10.fixtures3.json",
);

/** The document says `object`, and Stripe's sample has null: a fault of the document. */
const faults = ["financial_connections.account_ownership"];

test.skipIf(!hasPydantic || !existsSync(samples))(
  "pydantic takes Stripe's samples (needs ../shared, and pydantic)",
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder({});
    const spec = join(project, "spec/stripe.yaml");
    const args = ["run", "--spec", spec, "--template", "python", "--out", "."];
    expect(await runCodegen(folder, args)).toMatchObject({ status: 0 });
    const { resources } = JSON.parse(readFileSync(samples, "utf8"));
    const classes = Object.keys(resources).map((name) => [
      name,
      wordsOfName(name)
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join(""),
    ]);
    const { stdout, stderr } = python(
      `
import json, models, pydantic
with open(${JSON.stringify(samples)}) as file: resources = json.load(file)["resources"]
for name, kind in json.loads(${JSON.stringify(JSON.stringify(classes))}):
    if not hasattr(models, kind): print("absent", name); continue
    try: getattr(models, kind).model_validate(resources[name]); print("taken", name)
    except pydantic.ValidationError as error: print("refused", name)
`,
      folder,
    );
    expect(stderr).toBe("");
    const lines = stdout.trim().split("\n");
    const named = (start: string) =>
      lines.flatMap((line) => {
        const [verdict, name = ""] = line.split(" ");
        return verdict === start ? [name] : [];
      });
    expect(named("refused")).toEqual(faults);
    // the document does not have it
    expect(named("absent")).toEqual([
      "entitlements.active_entitlement_summary",
    ]);
    expect(named("taken").length).toBeGreaterThan(150);
  },
);
