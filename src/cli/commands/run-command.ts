// Implements `codegen run`: generates all outputs, then writes the files that differ.

import { jsonText } from "../../diagnostics/json-text.js";
import { terminalLine } from "../../diagnostics/terminal-text.js";
import {
  type GeneratedJob,
  generateJob,
  type PlannedJob,
} from "../generate-job.js";
import { type JobFlags, readJobs } from "../job.js";
import { planWarnings } from "../plan-warnings.js";
import {
  formatDiagnostics,
  sortDiagnostics,
} from "../report/format-diagnostics.js";
import { type ExitCode, exitCodes, type Shell } from "../shell.js";
import { planJobs, writeJobs } from "../write-jobs.js";
import { helpOptions } from "./help-options.js";

/** The options of `codegen run` and `codegen check`. */
export interface RunFlags extends JobFlags {
  readonly dryRun?: boolean;
  readonly helpOptions?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Writes the outputs; with `--dry-run` prints the plan only. */
export async function runCommand(
  flags: RunFlags,
  shell: Shell,
): Promise<ExitCode> {
  if (flags.helpOptions) {
    await helpOptions(flags, shell);
    return exitCodes.done;
  }
  const generated = await generateJobs(flags, shell);
  const planned = flags.dryRun
    ? await planJobs(generated, shell)
    : await writeJobs(generated, shell);
  shell.progress("");
  const when = flags.dryRun ? "before" : "after";
  const warnings = planned.flatMap((each) => [
    ...each.generated.warnings,
    ...planWarnings(each, when),
  ]);
  if (flags.json) {
    const outputs = planned.map(reportOf);
    const report = { outputs, warnings: sortDiagnostics(warnings) };
    shell.print(jsonText(report));
    return exitCodes.done;
  }
  shell.say(formatDiagnostics(warnings));
  for (const each of planned) {
    if (flags.dryRun) shell.print(formatPlan(each));
    shell.say(formatNotices(each, flags));
    if (!flags.quiet) shell.print(formatSummary(each, flags, shell));
  }
  return exitCodes.done;
}

/** Generates every output without writing. */
export async function generateJobs(
  flags: JobFlags,
  shell: Shell,
): Promise<GeneratedJob[]> {
  const generated: GeneratedJob[] = [];
  for (const job of await readJobs(flags, shell.cwd)) {
    generated.push(await generateJob(job, shell, flags.strict === true));
  }
  return generated;
}

function reportOf({ job, plan }: PlannedJob) {
  const paths = (entries: readonly { readonly path: string }[]) =>
    entries.map(({ path }) => path);
  return {
    out: job.out,
    created: paths(plan.create),
    updated: paths(plan.update),
    unchanged: plan.unchanged.length,
    removed: paths(plan.remove),
    kept: plan.kept,
    edited: paths(plan.update.filter(({ edited }) => edited)),
  };
}

function formatPlan({ job, plan }: PlannedJob): string {
  const lines = [
    ...plan.create.map(({ path }) => `create ${job.out}/${path}`),
    ...plan.update.map(({ path }) => `update ${job.out}/${path}`),
    ...plan.remove.map(({ path }) => `remove ${job.out}/${path}`),
  ];
  return lines.map((line) => `${terminalLine(line)}\n`).join("");
}

/** Reports what users may not expect: interrupted runs, and files edited by hand. */
function formatNotices(
  { job, plan }: PlannedJob,
  { dryRun }: RunFlags,
): string {
  const edited = plan.update.filter((update) => update.edited);
  const unmarked = new Set(plan.unmarked);
  const lines = [
    ...(dryRun && plan.unfinished
      ? [
          `note: ${job.out} contains files from an interrupted run: the next run removes them`,
        ]
      : []),
    ...(!dryRun && plan.interrupted
      ? [
          `note: an interrupted run left ${job.out} incomplete: it is complete now`,
        ]
      : []),
    ...plan.kept.map((path) => {
      const why = unmarked.has(path)
        ? "does not have the header of generated files"
        : "was edited by hand";
      return `note: ${job.out}/${path} is no longer generated, and ${why}: codegen keeps it, but no longer manages it`;
    }),
    ...edited.map(
      ({ path }) =>
        `note: ${job.out}/${path} was edited by hand: the edit is overwritten`,
    ),
  ];
  return lines.map((line) => `${terminalLine(line)}\n`).join("");
}

function formatSummary(
  { job, plan }: PlannedJob,
  { dryRun }: RunFlags,
  shell: Shell,
): string {
  const counts = [
    `${plan.create.length} created`,
    `${plan.update.length} updated`,
    `${plan.unchanged.length} unchanged`,
    `${plan.remove.length} removed`,
  ].join(", ");
  const seconds = (shell.elapsed() / 1000).toFixed(2);
  const dry = dryRun ? " (dry run, nothing was written)" : "";
  return `${terminalLine(job.out)}: ${counts} in ${seconds} s${dry}\n`;
}
