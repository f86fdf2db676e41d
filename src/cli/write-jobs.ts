// Writes generated outputs. It reads the disk again under a lock, so that two
// concurrent runs have the same result as consecutive ones.

import { InputError } from "../diagnostics/input-error.js";
import { applyWrites } from "../output/apply-writes.js";
import { type LockOptions, waitForWriter } from "../output/lock-output.js";
import { lockOutputs } from "../output/lock-outputs.js";
import { needsWriting } from "../output/plan-writes.js";
import {
  type GeneratedJob,
  type PlannedJob,
  planJob,
  refuseWarnings,
} from "./generate-job.js";
import { planWarnings } from "./plan-warnings.js";
import type { Shell } from "./shell.js";

/** The maximum wait for another run in the same folder, in milliseconds. */
const lockTimeout = 30_000;

/**
 * Plans every output; writes nothing.
 * @throws InputError if an output cannot be planned
 */
export async function planJobs(
  jobs: readonly GeneratedJob[],
  shell: Shell,
): Promise<PlannedJob[]> {
  // A signal ends the process immediately. Only while this run waits for another one is
  // the signal held and reported.
  let checkSignals: (() => Promise<void>) | undefined;
  const checkpoint = () => {
    checkSignals ??= shell.holdSignals();
    return checkSignals();
  };
  const options = { processes: shell, checkpoint, lockTimeout };
  const planned: PlannedJob[] = [];
  for (const job of jobs) planned.push(await planAtRest(job, jobs, options));
  return planned;
}

/**
 * Writes every output. Takes no lock if all files are up to date: a lock is a file, and
 * the folder may be read-only.
 */
export async function writeJobs(
  jobs: readonly GeneratedJob[],
  shell: Shell,
): Promise<PlannedJob[]> {
  const planned = await planJobs(jobs, shell);
  const pending = planned.filter(({ plan }) => needsWriting(plan));
  if (pending.length === 0) return planned;
  const checkpoint = shell.holdSignals();
  const options = { processes: shell, checkpoint, lockTimeout };
  const outDirs = pending.map(({ job }) => job.outDir);
  const release = await lockOutputs(outDirs, options);
  let outcome: "done" | "failed" = "failed";
  try {
    // Another run may have written in the meantime.
    const current = pending.map((each) => planOne(each, jobs));
    shell.progress(`writing ${current.map(({ job }) => job.out).join(", ")}`);
    const plans = current.map(({ plan }) => plan);
    await applyWrites(plans, { checkpoint });
    outcome = "done";
    return planned.map(
      (each) => current.find(({ job }) => job === each.job) ?? each,
    );
  } finally {
    release(outcome);
  }
}

/** Plans while no other run is writing, since its intermediate states are meaningless. */
async function planAtRest(
  job: GeneratedJob,
  all: readonly GeneratedJob[],
  options: LockOptions,
): Promise<PlannedJob> {
  try {
    const planned = planOne(job, all);
    if (!planned.plan.unfinished) return planned;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  await waitForWriter(job.job.outDir, options);
  return planOne(job, all);
}

function planOne(job: GeneratedJob, all: readonly GeneratedJob[]): PlannedJob {
  const outDirs = all.map((each) => each.job.outDir);
  const { outDir } = job.job;
  const planned = planJob(
    job,
    outDirs.filter((other) => other !== outDir),
  );
  if (job.strict) refuseWarnings(planWarnings(planned, "before"));
  return planned;
}
