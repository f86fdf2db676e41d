// Implements `codegen check`: reports what `codegen run` would change, for CI. Writes
// nothing.

import { jsonText } from "../../diagnostics/json-text.js";
import { terminalLine } from "../../diagnostics/terminal-text.js";
import { diffText } from "../../output/diff-text.js";
import { withUnixLineEnds } from "../../output/line-ends.js";
import { changesManifest, type WritePlan } from "../../output/plan-writes.js";
import { workFolder } from "../../output/work-folder.js";
import type { PlannedJob } from "../generate-job.js";
import { planWarnings } from "../plan-warnings.js";
import {
  formatDiagnostics,
  sortDiagnostics,
} from "../report/format-diagnostics.js";
import { type ExitCode, exitCodes, type Shell } from "../shell.js";
import { planJobs } from "../write-jobs.js";
import { generateJobs, type RunFlags } from "./run-command.js";

/** The most diffs that are printed. */
const shownDiffs = 3;

type Drift = "changed" | "edited by hand" | "interrupted" | "missing" | "stale";

/** A file that is not up to date, with its text on disk (`before`) and as generated (`after`). */
interface DriftedFile {
  readonly drift: Drift;
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Exits with code 1 if a file differs. */
export async function checkCommand(
  flags: RunFlags,
  shell: Shell,
): Promise<ExitCode> {
  const planned = await planJobs(await generateJobs(flags, shell), shell);
  shell.progress("");
  const drifted = planned.flatMap(findDrift);
  const warnings = planned.flatMap((each) => [
    ...each.generated.warnings,
    ...planWarnings(each, "before"),
  ]);
  if (flags.json) {
    const files = drifted.map(({ drift, path }) => ({ drift, path }));
    const report = { drifted: files, warnings: sortDiagnostics(warnings) };
    shell.print(jsonText(report));
  } else {
    shell.say(formatDiagnostics(warnings));
    shell.print(formatDrift(drifted));
    if (!flags.quiet) shell.print(formatVerdict(planned, drifted, shell));
  }
  return drifted.length === 0 ? exitCodes.done : exitCodes.drift;
}

function findDrift({ job, plan }: PlannedJob): DriftedFile[] {
  const at = (path: string) => `${job.out}/${path}`;
  return [
    ...plan.update.map(({ path, previous, contents, edited }) => ({
      drift: edited ? ("edited by hand" as const) : ("changed" as const),
      path: at(path),
      before: withUnixLineEnds(previous),
      after: withUnixLineEnds(contents),
    })),
    ...plan.create.map(({ path, contents }) => ({
      drift: "missing" as const,
      path: at(path),
      before: null,
      after: contents,
    })),
    ...plan.remove.map(({ path, previous }) => ({
      drift: "stale" as const,
      path: at(path),
      before: previous,
      after: null,
    })),
    ...[...plan.kept, ...plan.unlisted].map((path) => ({
      drift: "stale" as const,
      path: at(path),
      before: null,
      after: null,
    })),
    ...manifestDrift(plan, at),
    ...(plan.unfinished
      ? [
          {
            drift: "interrupted" as const,
            path: at(workFolder),
            before: null,
            after: null,
          },
        ]
      : []),
  ];
}

function manifestDrift(
  { manifest }: WritePlan,
  at: (path: string) => string,
): DriftedFile[] {
  const { path, previous, contents } = manifest;
  if (!changesManifest(manifest)) return [];
  const drift = previous === null ? "missing" : "changed";
  return [{ drift, path: at(path), before: previous, after: contents }];
}

function formatDrift(drifted: readonly DriftedFile[]): string {
  const list = drifted
    .map(({ drift, path }) => `${drift}: ${terminalLine(path)}\n`)
    .join("");
  const diffs = drifted
    .filter(({ before, after }) => before !== null && after !== null)
    .slice(0, shownDiffs)
    .map(({ path, before, after }) => `\n${diffText(path, before, after)}`)
    .join("");
  return list + diffs;
}

function formatVerdict(
  planned: readonly PlannedJob[],
  drifted: readonly DriftedFile[],
  shell: Shell,
): string {
  const seconds = (shell.elapsed() / 1000).toFixed(2);
  const files = planned.reduce((sum, { generated }) => {
    return sum + generated.files.length;
  }, 0);
  return drifted.length === 0
    ? `${files} files are up to date (${seconds} s)\n`
    : `\n${drifted.length} files differ: ${advise(planned, drifted)} (${seconds} s)\n`;
}

/** `codegen run` does not change unlisted files, or work folders that it cannot remove. */
function advise(
  planned: readonly PlannedJob[],
  drifted: readonly DriftedFile[],
): string {
  const run = "run `codegen run` and commit the result";
  const counts = planned.map((each) => {
    const codes = planWarnings(each, "before").map(({ code }) => code);
    const folders = codes.includes("output/leftover") ? 1 : 0;
    return each.plan.unlisted.length + folders;
  });
  const left = counts.reduce((sum, count) => sum + count, 0);
  if (left === 0) return run;
  const decide = "delete or keep those that the warning names";
  return left === drifted.length ? decide : `${run}, and ${decide}`;
}
