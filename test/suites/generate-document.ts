// A document of a suite → its files on disk, or what is wrong with it, by the steps
// that the command takes and without a process for each.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateJob } from "../../src/cli/generate-job.js";
import { readJobs } from "../../src/cli/job.js";
import type { Shell } from "../../src/cli/shell.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { InputError } from "../../src/diagnostics/input-error.js";

export interface Outcome {
  readonly warnings: readonly Diagnostic[];
  /** Why nothing was generated; empty where something was. */
  readonly errors: readonly Diagnostic[];
  /** Absolute paths of what was written. */
  readonly files: readonly string[];
}

export async function generateDocument(
  spec: string,
  cwd: string,
  out: string,
): Promise<Outcome> {
  const shell: Shell = {
    cwd,
    stdin: () => process.stdin,
    print() {},
    say() {},
    progress() {},
    elapsed: () => 0,
    pid: process.pid,
    isAlive: () => true,
    holdSignals: () => async () => {},
  };
  const set = ["emit=models,values,params"];
  const flags = { spec, out, template: "typescript", set };
  const generated = [];
  try {
    for (const job of await readJobs(flags, cwd)) {
      generated.push((await generateJob(job, shell, false)).generated);
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { warnings: [], errors: error.diagnostics, files: [] };
  }
  const files = generated.flatMap((one) => one.files);
  for (const { path, contents } of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), contents);
  }
  return {
    warnings: generated.flatMap((one) => one.warnings),
    errors: [],
    files: files
      .filter(({ path }) => path.endsWith(".ts"))
      .map(({ path }) => join(out, path)),
  };
}
