// Implements `codegen inspect NAME`: prints the views of a model, for authors of
// templates.

import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { inputError } from "../../diagnostics/input-error.js";
import { jsonText } from "../../diagnostics/json-text.js";
import type { Generated } from "../../pipeline.js";
import { describeView } from "../../render/describe-view.js";
import type { FileView } from "../../targets/target.js";
import { generateJob } from "../generate-job.js";
import { type JobFlags, readJobs } from "../job.js";
import { formatDiagnostics } from "../report/format-diagnostics.js";
import { type ExitCode, exitCodes, type Shell } from "../shell.js";

/** @throws InputError if no output has a schema of this name */
export async function inspectCommand(
  name: string,
  flags: JobFlags & { readonly view?: boolean },
  shell: Shell,
): Promise<ExitCode> {
  const names: string[] = [];
  for (const job of await readJobs(flags, shell.cwd)) {
    const { generated } = await generateJob(job, shell, flags.strict === true);
    const views = generated.views.filter(({ model }) => model === name);
    if (views.length > 0) {
      shell.say(formatDiagnostics(generated.warnings));
      shell.progress("");
      const { shapes } = generated;
      shell.print(
        jsonText(
          flags.view === true
            ? views.map((file) => withFieldTypes(file, shapes))
            : views,
        ),
      );
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

/** Adds the type of each field to a file's view. */
function withFieldTypes(file: FileView, shapes: Generated["shapes"]): unknown {
  if (!("view" in file)) return file;
  const shape = shapes[file.template] ?? "raw";
  return { ...file, view: describeView(file.view, shape) };
}
