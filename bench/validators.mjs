// Compares validators of Stripe's models with ajv's compiled code and zod: calls per
// second on valid and on faulty input, and the size of a bundle with one model.

import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import {
  bundleModule,
  document,
  generateValidators,
  measureBundle,
  modules,
} from "./validator-builds.mjs";
import { models } from "./validator-models.mjs";
import { mendValue, spoilValue } from "./validator-values.mjs";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    only: { type: "string", multiple: true },
    fixtures: { type: "string" },
    folder: { type: "string" },
  },
});
const runs = Number(options.runs);
if (!Number.isInteger(runs) || runs < 1) {
  throw new Error(`--runs ${options.runs}: a whole number from 1 is needed`);
}

/** The validators to time: the bundle, its call, and whether it collects all issues. */
const contenders = [
  { name: "lenient", bundle: "codegen", call: "lenient", collects: true },
  { name: "strict", bundle: "codegen", call: "strict", collects: true },
  { name: "is", bundle: "codegen", call: "is", collects: false },
  { name: "ajv", bundle: "ajv standalone", call: "ajv", collects: false },
  { name: "ajv all", bundle: "ajv allErrors", call: "ajv", collects: true },
  { name: "zod", bundle: "zod", call: "zod", collects: true },
];
/** The goals: our speed as a multiple of another's, in every row. */
const goals = {
  valid: [
    { ours: "lenient", than: "ajv", times: 1 },
    { ours: "strict", than: "ajv", times: 1 },
    { ours: "is", than: "ajv", times: 1 },
    { ours: "lenient", than: "zod", times: 5 },
  ],
  faulty: [
    { ours: "lenient", than: "ajv all", times: 1 },
    { ours: "strict", than: "ajv all", times: 1 },
  ],
};

const { schemas } = JSON.parse(readFileSync(document, "utf8")).components;
const rows = [
  ...models.map((model) => ({ name: model.schema, models: [model] })),
  { name: "all five in one process", models },
].filter(({ name }) => options.only?.includes(name) ?? true);

const folder = options.folder ?? mkdtempSync(join(tmpdir(), "codegen-check-"));
try {
  generateValidators(folder);
  const samples = readSamples();
  for (const row of rows) prepare(row, samples);
  const times = measure();
  for (const input of ["valid", "faulty"]) printTimes(times, input);
  printSizes();
} finally {
  if (options.folder === undefined) rmSync(folder, { recursive: true });
}

/** A publisher's samples; empty if the file does not exist. */
function readSamples() {
  const path =
    options.fixtures ??
    fileURLToPath(
      new URL(
        "../../shared/fixtures/stripe-2024-04-10.fixtures3.json",
        import.meta.url,
      ),
    );
  const found = existsSync(path);
  console.log(found ? "values: samples" : "values: made from the document");
  return found ? JSON.parse(readFileSync(path, "utf8")).resources : {};
}

function prepare(row, samples) {
  const valid = row.models.map(({ schema }) =>
    mendValue(schemas, schemas[schema], samples[schema]),
  );
  mkdirSync(join(folder, "values"), { recursive: true });
  row.values = {};
  for (const [input, values] of [
    ["valid", valid],
    ["faulty", valid.map(spoilValue)],
  ]) {
    row.values[input] = join(folder, "values", `${row.name} ${input}.json`);
    writeFileSync(row.values[input], JSON.stringify(values));
  }
  row.bundles = {};
  for (const [name, write] of Object.entries(modules)) {
    const lines = write(row.models, schemas);
    row.bundles[name] = bundleModule(folder, `${row.name} ${name}`, lines);
  }
}

/** In turns, so that a machine that slows down slows all of them. */
function measure() {
  const times = new Map();
  for (let run = 0; run < runs; run++) {
    for (const row of rows) {
      for (const input of ["valid", "faulty"]) {
        for (const contender of contenders) {
          if (input === "faulty" && !contender.collects) continue;
          const key = keyOf(row, input, contender);
          const others = times.get(key) ?? [];
          times.set(key, [...others, time(row, input, contender)]);
        }
      }
    }
  }
  return times;
}

function keyOf(row, input, contender) {
  return [row.name, input, contender.name].join();
}

function time(row, input, { bundle, call }) {
  const task = {
    bundle: row.bundles[bundle],
    call,
    types: row.models.map(({ type }) => type),
    values: row.values[input],
  };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      fileURLToPath(new URL("time-validator.mjs", import.meta.url)),
      JSON.stringify(task),
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function printTimes(times, input) {
  const read = (row, contender, key) => {
    const samples = times.get(keyOf(row, input, { name: contender }));
    const sorted = samples.map((one) => one[key]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
  };
  const shown = contenders
    .map(({ name }) => name)
    .filter((name) => times.has(keyOf(rows[0], input, { name })));
  const ratio = (row, { ours, than }) =>
    read(row, than, "nanoseconds") / read(row, ours, "nanoseconds");
  const heads = goals[input].map(({ ours, than }) => `${ours} : ${than}`);
  printTable([
    [`${input}, calls/s`, ...shown, ...heads],
    ...rows.map((row) => [
      row.name,
      ...shown.map((name) =>
        Math.round(1e9 / read(row, name, "nanoseconds")).toLocaleString("en"),
      ),
      ...goals[input].map((goal) => ratio(row, goal).toFixed(2)),
    ]),
  ]);
  if (input === "faulty") {
    printTable([
      ["issues found", ...shown],
      ...rows.map((row) => [
        row.name,
        ...shown.map((name) => String(read(row, name, "issues"))),
      ]),
    ]);
  }
  for (const name of shown) {
    const refused = rows.filter((row) => read(row, name, "issues") > 0);
    if (input !== "valid" || refused.length === 0) continue;
    const list = refused.map((row) => row.name).join(", ");
    console.log(`refused by ${name}, though valid: ${list}`);
  }
  for (const goal of goals[input]) {
    const short = rows.filter((row) => ratio(row, goal) < goal.times);
    const list = short.map((row) => row.name).join(", ");
    const verdict = short.length === 0 ? "met" : `missed by ${list}`;
    console.log(
      `${goal.ours} at least ${goal.times} times as fast as ${goal.than}: ${verdict}`,
    );
  }
  console.log();
}

function printSizes() {
  const named = Object.keys(modules).filter((name) => name !== "ajv allErrors");
  const single = rows.filter((row) => row.models.length === 1);
  printTable([
    ["bytes minified, gzip", ...named],
    ...single.map((row) => [
      row.name,
      ...named.map((name) => {
        const lines =
          name === "codegen"
            ? row.models.map(
                ({ file, type }) =>
                  `export { parse${type} } from "./ours/validate/${file}.js";`,
              )
            : modules[name](row.models, schemas);
        const { bytes, gzip } = measureBundle(folder, lines);
        return `${bytes.toLocaleString("en")}, ${gzip.toLocaleString("en")}`;
      }),
    ]),
  ]);
}

function printTable(table) {
  for (const [name, ...cells] of table) {
    const width = 17;
    console.log(
      name.padEnd(30) + cells.map((one) => one.padStart(width)).join(""),
    );
  }
  console.log();
}
