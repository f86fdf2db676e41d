// A separate process that generates one document after another, so that a crash or an
// endless loop is a failure in the report, and does not stop it.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateJob } from "../../dist/cli/generate-job.js";
import { readJobs } from "../../dist/cli/job.js";
import { checkMade } from "./check-made.mjs";
import { shuffleKeys } from "./shuffle-keys.mjs";

/** @import { CorpusDocument } from "./list-documents.mjs" */

/**
 * @typedef {object} Order
 * @property {CorpusDocument} document
 * @property {string} folder where its files are to be written
 * @property {boolean} thorough whether to generate again with its keys in another order,
 *   and to run what was generated
 */

/**
 * @typedef {object} Finding
 * @property {string} kind a diagnostic's code, a compiler's code, `crash`, `order` or `made`
 * @property {string} message
 */

/**
 * @typedef {object} Outcome
 * @property {number} schemas
 * @property {number} files
 * @property {number} milliseconds that the processor had to do with reading and
 *   generating: not with writing, and whatever else the machine is at
 * @property {Finding[]} failures
 * @property {Finding[]} warnings
 */

const shell = {
  cwd: process.cwd(),
  stdin: () => process.stdin,
  print() {},
  say() {},
  progress() {},
  elapsed: () => 0,
};

process.on("message", async (/** @type {Order} */ order) => {
  process.send?.(await execute(order));
});

/**
 * @param {Order} order
 * @returns {Promise<Outcome>}
 */
async function execute({ document, folder, thorough }) {
  const start = process.cpuUsage();
  try {
    const generated = await generate(document.file, folder);
    const milliseconds = millisecondsSince(start);
    const { models, files } = generated;
    writeAll(files, folder);
    return {
      schemas: models.models.length,
      files: files.length,
      milliseconds,
      failures: thorough
        ? [
            ...(await compareShuffled(document, folder, files)),
            ...checkMade(folder),
          ]
        : [],
      warnings: generated.warnings.map(toFinding),
    };
  } catch (error) {
    const milliseconds = millisecondsSince(start);
    const failures = findingsOf(error);
    return { schemas: 0, files: 0, milliseconds, failures, warnings: [] };
  }
}

function millisecondsSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * @param {string} spec
 * @param {string} out
 */
async function generate(spec, out) {
  const set = ["emit=models,values,params,validators,factories"];
  const flags = { spec, out, template: "typescript", set };
  const [job] = await readJobs(flags, shell.cwd);
  return (await generateJob(job, shell, false)).generated;
}

function writeAll(files, folder) {
  for (const { path, contents } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    // `@ts-nocheck` saves users time; the test checks these files.
    const checked = contents.replace(/^\/\/ @ts-nocheck.*\n/m, "");
    writeFileSync(join(folder, path), checked);
  }
}

/** The order of keys has no meaning in a document, so that it must not change the output. */
async function compareShuffled(document, folder, files) {
  const spec = `${folder}.shuffled.json`;
  const root = JSON.parse(readFileSync(document.file, "utf8"));
  writeFileSync(spec, JSON.stringify(shuffleKeys(root)));
  const again = (await generate(spec, folder)).files;
  const contents = new Map(again.map((file) => [file.path, file.contents]));
  const differing = files.filter(
    (file) => contents.get(file.path) !== file.contents,
  );
  if (differing.length === 0 && again.length === files.length) return [];
  const [example = { path: "the list of files" }] = differing;
  return [{ kind: "order", message: `${example.path} differs` }];
}

/** @returns {Finding[]} */
function findingsOf(error) {
  return error?.name === "InputError"
    ? error.diagnostics.filter(isError).map(toFinding)
    : [{ kind: "crash", message: String(error?.stack ?? error) }];
}

const isError = ({ severity }) => severity === "error";

const toFinding = ({ code, message, at }) => ({
  kind: code,
  message: `${message} at ${at?.pointer ?? ""}`,
});
