// Implements `codegen inspect NAME`: prints the views of a model, for authors of
// templates.

import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { inputError } from "../../diagnostics/input-error.js";
import { jsonText } from "../../diagnostics/json-text.js";
import { generateJob } from "../generate-job.js";
import { type JobFlags, readJobs } from "../job.js";
import { formatDiagnostics } from "../report/format-diagnostics.js";
import { type ExitCode, exitCodes, type Shell } from "../shell.js";

/** @throws InputError where no output has a schema of this name */
export async function inspectCommand(
  name: string,
  flags: JobFlags,
  shell: Shell,
): Promise<ExitCode> {
  const names: string[] = [];
  for (const job of await readJobs(flags, shell.cwd)) {
    const { generated } = await generateJob(job, shell, flags.strict === true);
    const views = generated.views.filter(({ model }) => model === name);
    if (views.length > 0) {
      shell.say(formatDiagnostics(generated.warnings));
      shell.progress("");
      shell.print(jsonText(views));
      return exitCodes.done;
    }
    names.push(...generated.models.models.map((model) => model.name));
  }
  throw inputError(
    "only/no-match",
    null,
    `there is no schema ${JSON.stringify(name)}`,
    didYouMean(name, names) ?? undefined,
  );
}
