// `codegen list`: the schemas of the document, with their kind and their file.

import type { Model } from "../model/model.js";
import { generateJob } from "./execute-job.js";
import { type JobFlags, readJobs } from "./job.js";
import { type ExitCode, exitCodes, type Shell } from "./shell.js";

export async function listCommand(
  flags: JobFlags & { readonly json?: boolean },
  shell: Shell,
): Promise<ExitCode> {
  const rows: { name: string; kind: string; file: string }[] = [];
  for (const job of await readJobs(flags, shell.cwd)) {
    const { generated } = await generateJob(job, shell, flags.strict === true);
    const files = new Map(
      generated.views.map(({ model, path }) => [model, path]),
    );
    for (const model of generated.models.models) {
      const file = `${job.out}/${files.get(model.name) ?? ""}`;
      rows.push({ name: model.name, kind: kindOf(model), file });
    }
  }
  shell.progress("");
  if (flags.json) {
    shell.print(`${JSON.stringify(rows, null, 2)}\n`);
    return exitCodes.done;
  }
  const widest = (texts: readonly string[]) =>
    texts.reduce((width, text) => Math.max(width, text.length), 0);
  const nameWidth = Math.min(48, widest(rows.map(({ name }) => name)));
  const kindWidth = widest(rows.map(({ kind }) => kind));
  for (const { name, kind, file } of rows) {
    shell.print(
      `${name.padEnd(nameWidth)}  ${kind.padEnd(kindWidth)}  ${file}\n`,
    );
  }
  return exitCodes.done;
}

function kindOf(model: Model): string {
  return model.kind === "object" ? "object" : model.type.kind;
}
