// A process of its own that generates one document after another: one that ends it
// or never ends is a line of the report.

import { generateJob } from "../../dist/cli/generate-job.js";
import { readJobs } from "../../dist/cli/job.js";
import { formatDiagnostics } from "../../dist/cli/report/format-diagnostics.js";

/**
 * @typedef {object} Order
 * @property {string} spec the document's file
 * @property {string} template
 * @property {readonly string[]} set
 */

/**
 * @typedef {object} Outcome
 * @property {number} seconds of the processor
 * @property {number} bytes of all files, or of what is printed where there are none
 * @property {string} end `done`, `refused`, or an unexpected error
 * @property {number} diagnostics
 */

const shell = {
  cwd: process.cwd(),
  stdin: async () => new Uint8Array(),
  print() {},
  say() {},
  progress() {},
  elapsed: () => 0,
};

process.on("message", async (/** @type {Order} */ order) => {
  process.send?.(await measure(order));
});

/** @param {Order} order @returns {Promise<Outcome>} */
async function measure({ spec, template, set }) {
  const start = process.cpuUsage();
  const { bytes, ...outcome } = await generate(spec, template, set);
  const { user, system } = process.cpuUsage(start);
  return { ...outcome, bytes, seconds: (user + system) / 1e6 };
}

async function generate(spec, template, set) {
  try {
    const flags = { spec, out: "never-written", template, set };
    const [job] = await readJobs(flags, shell.cwd);
    const { files, warnings } = (await generateJob(job, shell, false))
      .generated;
    const bytes = files.reduce(
      (sum, { contents }) => sum + Buffer.byteLength(contents),
      0,
    );
    const said = formatDiagnostics(warnings).length;
    return { end: "done", bytes, said, diagnostics: warnings.length };
  } catch (error) {
    if (error?.name !== "InputError") {
      const end = String(error?.stack ?? error)
        .split("\n")
        .slice(0, 4)
        .join(" ");
      return { end, bytes: 0, said: 0, diagnostics: 0 };
    }
    const said = formatDiagnostics(error.diagnostics).length;
    const { length } = error.diagnostics;
    const end = `refused: ${error.diagnostics[0].code}`;
    return { end, bytes: 0, said, diagnostics: length };
  }
}
