// Measures the compiler's check time of all models, of all validators as generated,
// and of all validators without the line that makes the compiler skip them.

import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { generateOurs } from "./validator-builds.mjs";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "5" } },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  throw new Error(`--runs ${values.runs}: a whole number from 1 is needed`);
}
const require = createRequire(import.meta.url);
const tsc = join(
  dirname(require.resolve("typescript/package.json")),
  "bin/tsc",
);

const folder = mkdtempSync(join(tmpdir(), "codegen-compiler-"));
try {
  generateOurs(folder, "ours");
  generateOurs(folder, "checked");
  const validators = join(folder, "checked/validate");
  for (const file of readdirSync(validators)) {
    const path = join(validators, file);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace(/^\/\/ @ts-nocheck.*\n/m, ""));
  }
  const programs = [
    ["all models", "ours/model"],
    ["all validators", "ours/validate"],
    ["all validators, not skipped", "checked/validate"],
  ];
  const samples = new Map(programs.map(([name]) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const [name, include] of programs) {
      samples.get(name).push(measure(include));
    }
  }
  const medians = new Map(
    [...samples].map(([name, times]) => [
      name,
      { check: median(times, "check"), total: median(times, "total") },
    ]),
  );
  for (const [name, { check, total }] of medians) {
    console.log(
      `${name.padEnd(30)} check ${check.toFixed(2)} s, total ${total.toFixed(2)} s`,
    );
  }
  // A program with validators also contains their models, whose time is subtracted.
  for (const key of ["check", "total"]) {
    const models = medians.get("all models")[key];
    const added = medians.get("all validators")[key] - models;
    const verdict = added <= models ? "met" : "missed";
    console.log(
      `validators add at most the ${key} time of all models: ${added.toFixed(2)} s to ${models.toFixed(2)} s, ${verdict}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

function median(times, key) {
  const sorted = times.map((one) => one[key]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function measure(include) {
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
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: [`${include}/*.ts`] }),
  );
  const { status, stdout } = spawnSync(
    process.execPath,
    [tsc, "-p", folder, "--extendedDiagnostics"],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stdout);
  const read = (name) =>
    Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1]);
  return { check: read("Check time"), total: read("Total time") };
}
