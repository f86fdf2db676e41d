// Implements `codegen list`: prints the schemas of the document with kind and file.

import { jsonText } from "../../diagnostics/json-text.js";
import { terminalLine } from "../../diagnostics/terminal-text.js";
import type { Model } from "../../ir/model.js";
import { generateJob } from "../generate-job.js";
import { type JobFlags, readJobs } from "../job.js";
import { formatDiagnostics } from "../report/format-diagnostics.js";
import { type ExitCode, exitCodes, type Shell } from "../shell.js";

/** Prints a table, or JSON with `--json`. */
export async function listCommand(
  flags: JobFlags & { readonly json?: boolean },
  shell: Shell,
): Promise<ExitCode> {
  const rows: { name: string; kind: string; file: string }[] = [];
  for (const job of await readJobs(flags, shell.cwd)) {
    const { generated } = await generateJob(job, shell, flags.strict === true);
    const files = new Map<string | null, string>();
    // The first of several files of a model declares its type.
    for (const { model, path } of generated.files) {
      if (!files.has(model)) files.set(model, path);
    }
    shell.say(formatDiagnostics(generated.warnings));
    for (const model of generated.models.models) {
      const file = `${job.out}/${files.get(model.name) ?? ""}`;
      rows.push({ name: model.name, kind: kindOf(model), file });
    }
  }
  shell.progress("");
  if (flags.json) {
    shell.print(jsonText(rows));
    return exitCodes.done;
  }
  const widest = (texts: readonly string[]) =>
    texts.reduce((width, text) => Math.max(width, text.length), 0);
  const names = rows.map(({ name }) => terminalLine(name));
  const nameWidth = Math.min(48, widest(names));
  const kindWidth = widest(rows.map(({ kind }) => kind));
  rows.forEach(({ kind, file }, index) => {
    const name = (names[index] ?? "").padEnd(nameWidth);
    const where = terminalLine(file);
    shell.print(`${name}  ${kind.padEnd(kindWidth)}  ${where}\n`);
  });
  return exitCodes.done;
}

function kindOf(model: Model): string {
  return model.kind === "object" ? "object" : model.type.kind;
}
