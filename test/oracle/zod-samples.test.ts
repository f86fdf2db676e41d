// The zod pack on Stripe's samples, beside our own lenient validators: what these take,
// the schemas take too.

import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { wordsOfName } from "../../src/languages/words-of-name.js";
import { runCodegen } from "../e2e/run-codegen.js";
import { temporaryFolder } from "../e2e/temporary-folder.js";

const project = fileURLToPath(new URL("../..", import.meta.url));
const samples = join(
  project,
  "../shared/fixtures/stripe-2024-04-10.fixtures3.json",
);

/** A verdict of each kind of check, by the name of the sample. */
type Verdicts = Readonly<Record<string, { ours: boolean; zod: boolean }>>;

test.skipIf(!existsSync(samples))(
  "the schemas take what lenient validators take (needs ../shared)",
  { timeout: 240_000 },
  async () => {
    const folder = temporaryFolder({});
    symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
    const spec = join(project, "spec/stripe.yaml");
    for (const more of [
      ["--template", "zod", "--out", "zod"],
      [
        "--template",
        "typescript",
        "--set",
        "emit=models,validators",
        "--out",
        "ours",
      ],
    ]) {
      const run = await runCodegen(folder, ["run", "--spec", spec, ...more]);
      expect(run).toMatchObject({ status: 0 });
    }
    const { resources } = JSON.parse(readFileSync(samples, "utf8"));
    const names = Object.keys(resources)
      .map((name) => [name, pascalOf(name)] as const)
      .filter(([name]) =>
        existsSync(
          join(folder, "zod/models", `${name.replaceAll(".", "_")}.ts`),
        ),
      );
    expect(names.length).toBeGreaterThan(150);
    const verdicts = await judge(folder, names, resources);
    const refused = Object.entries(verdicts).filter(([, { zod }]) => !zod);
    // the document does not allow the null that Stripe sends there
    expect(refused).toEqual([
      ["financial_connections.account_ownership", { ours: false, zod: false }],
    ]);
    expect(Object.values(verdicts).filter(({ ours }) => !ours).length).toBe(1);
  },
);

async function judge(
  folder: string,
  names: readonly (readonly [name: string, pascal: string])[],
  resources: unknown,
): Promise<Verdicts> {
  const file = (name: string) => name.replaceAll(".", "_");
  writeFileSync(join(folder, "samples.json"), JSON.stringify(resources));
  writeFileSync(
    join(folder, "judge.ts"),
    [
      'import samples from "./samples.json";',
      ...names.flatMap(([name, pascal], index) => [
        `import { ${pascal} as zod${index} } from "./zod/models/${file(name)}.js";`,
        `import { safeParse${pascal} as ours${index} } from "./ours/validate/${file(name)}.js";`,
      ]),
      "export const verdicts = {",
      ...names.map(
        ([name], index) =>
          `  ${JSON.stringify(name)}: { ours: ours${index}(samples[${JSON.stringify(name)}]).ok, zod: zod${index}.safeParse(samples[${JSON.stringify(name)}]).success },`,
      ),
      "};",
    ].join("\n"),
  );
  await build({
    entryPoints: [join(folder, "judge.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    outfile: join(folder, "judge.mjs"),
    logLevel: "silent",
  });
  const module: { readonly verdicts: Verdicts } = await import(
    pathToFileURL(join(folder, "judge.mjs")).href
  );
  return module.verdicts;
}

function pascalOf(name: string): string {
  return wordsOfName(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
