// Generates from many real documents, compiles all of it, and says what became of
// them: `npm run test:corpus`, with `-- --all` for every one that there is. Ends
// with 1 where a document crashes, fails without a reason in refused.yaml, depends on
// the order of keys, or becomes what does not compile; where a validator refuses what
// a factory makes.

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compileBatch } from "./compile-batch.mjs";
import { generateBatch } from "./generate-batch.mjs";
import { installCorpus } from "./install-corpus.mjs";
import { findLargest, listDocuments } from "./list-documents.mjs";
import { measureLargest } from "./measure-largest.mjs";
import { findStale, isRightlyRefused, readRefused } from "./read-refused.mjs";
import {
  formatGrowth,
  formatKinds,
  formatLargest,
  formatTotals,
} from "./report.mjs";

/** Both limit how much is on disk at one time. */
const batch = { documents: 60, bytes: 20e6 };
/**
 * Generated a second time with shuffled keys, and run: of those up to this size the
 * sample, and one in so many of the others.
 */
const thorough = { bytes: 1e6, oneIn: 10 };

const { values } = parseArgs({
  options: {
    all: { type: "boolean", default: false },
    only: { type: "string" },
  },
});

const start = Date.now();
const corpus = installCorpus();
const documents = listDocuments(corpus, { all: values.all, only: values.only });
if (documents.length === 0) {
  throw new Error(`--only ${values.only}: no document has that in its name`);
}
const root = mkdtempSync(join(tmpdir(), "codegen-corpus-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));
process.on("SIGINT", () => process.exit(130));

const results = [];
for (const [index, some] of splitBatches(documents).entries()) {
  results.push(...(await runBatch(some, join(root, `batch-${index}`))));
}
const seconds = (Date.now() - start) / 1000;
progress("the largest one");
const largest =
  values.only === undefined ? measureLargest(findLargest(corpus), root) : null;
progress("");
process.exitCode = report() ? 0 : 1;

/** @returns {Promise<import("./report.mjs").Result[]>} */
async function runBatch(some, folder) {
  mkdirSync(folder);
  const orders = some.map((document, index) => ({
    document,
    folder: join(folder, String(index)),
    thorough:
      document.bytes <= thorough.bytes &&
      (document.sampled || documents.indexOf(document) % thorough.oneIn === 0),
  }));
  const outcomes = await generateBatch(orders, (name) => {
    progress(`${results.length} of ${documents.length} done: ${name}`);
  });
  progress(`compiling ${some.length} documents`);
  const written = outcomes.some(({ files }) => files > 0);
  const findings = written ? compileBatch(folder) : new Map();
  rmSync(folder, { recursive: true, force: true });
  return some.map((document, index) => {
    const outcome = outcomes[index];
    const compiled = findings.get(String(index)) ?? [];
    const failures = [...outcome.failures, ...compiled];
    return { ...document, ...outcome, failures };
  });
}

function splitBatches(all) {
  const batches = [[]];
  let bytes = 0;
  for (const document of all) {
    const last = batches.at(-1);
    const full = last.length >= batch.documents || bytes > batch.bytes;
    if (full) batches.push([]);
    bytes = (full ? 0 : bytes) + document.bytes;
    batches.at(-1).push(document);
  }
  return batches;
}

/** Prints, and answers whether all is as it should be. */
function report() {
  const refused = readRefused();
  const failed = results.filter(({ failures }) => failures.length > 0);
  const wrong = failed.filter((result) => !isRightlyRefused(refused, result));
  const stale = findStale(refused, results, values.all);
  print(`${formatTotals(results, seconds)}\n`);
  print(`${formatKinds(wrong, "failures")}\n`);
  print(`rightly refused, by refused.yaml: ${failed.length - wrong.length}\n`);
  print(stale.map((name) => `refused.yaml is wrong about ${name}\n`).join(""));
  print(`\n${formatKinds(results, "warnings")}\n`);
  print(`${formatGrowth(results)}\n`);
  if (largest !== null) print(`${formatLargest(largest)}\n`);
  const crashed = largest !== null && largest.gigabytes === null;
  print(`${wrong.length} of ${results.length} documents failed (goal: 0)\n`);
  return wrong.length === 0 && stale.length === 0 && !crashed;
}

function print(text) {
  process.stdout.write(text);
}

function progress(line) {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\x1b[K${line.slice(0, 79)}`);
}
