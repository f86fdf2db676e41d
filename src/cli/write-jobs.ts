// Generated outputs → the disk. What is there is read under a lock, so that two
// runs at once give what they would one after the other.

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

/** How long a run waits for another one in the same folder, in milliseconds. */
const patience = 30_000;

/** Every output's plan; throws where one has none. Writes nothing. */
export async function planJobs(
  jobs: readonly GeneratedJob[],
  shell: Shell,
): Promise<PlannedJob[]> {
  // A signal ends the process at once, but while it waits: then it says so.
  let held: (() => Promise<void>) | undefined;
  const checkpoint = () => {
    held ??= shell.holdSignals();
    return held();
  };
  const options = { processes: shell, checkpoint, patience };
  const planned: PlannedJob[] = [];
  for (const job of jobs) planned.push(await planAtRest(job, jobs, options));
  return planned;
}

/**
 * Where all is as generated nothing is locked, as a lock is a change on the disk,
 * in a folder that may be read-only.
 */
export async function writeJobs(
  jobs: readonly GeneratedJob[],
  shell: Shell,
): Promise<PlannedJob[]> {
  const planned = await planJobs(jobs, shell);
  const pending = planned.filter(({ plan }) => needsWriting(plan));
  if (pending.length === 0) return planned;
  const checkpoint = shell.holdSignals();
  const options = { processes: shell, checkpoint, patience };
  const outDirs = pending.map(({ job }) => job.outDir);
  const release = await lockOutputs(outDirs, options);
  let outcome: "done" | "failed" = "failed";
  try {
    // Another run may have written since.
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

/** Not while another run writes, which can look like anything. */
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
