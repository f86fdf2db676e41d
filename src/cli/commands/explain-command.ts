// `codegen explain [CODE]`: the catalogue's entry of a diagnostic, or a list of all.

import { diagnosticCatalogue } from "../../diagnostics/diagnostic-catalogue.js";
import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { inputError } from "../../diagnostics/input-error.js";
import { jsonText } from "../../diagnostics/json-text.js";
import { type ExitCode, exitCodes, type Shell } from "../shell.js";

export function explainCommand(
  code: string | undefined,
  flags: { readonly json?: boolean },
  shell: Shell,
): ExitCode {
  const all = Object.entries(diagnosticCatalogue).map(([key, kind]) => ({
    code: key,
    ...kind,
  }));
  if (code === undefined) {
    const width = Math.max(...all.map((entry) => entry.code.length));
    const lines = all.map(
      (entry) =>
        `${entry.code.padEnd(width)}  ${entry.severity.padEnd(7)}  ${entry.title}\n`,
    );
    shell.print(flags.json ? jsonText(all) : lines.join(""));
    return exitCodes.done;
  }
  const entry = all.find((each) => each.code === code);
  if (entry === undefined) {
    const codes = all.map((each) => each.code);
    throw inputError(
      "cli/usage",
      null,
      `unknown diagnostic code ${JSON.stringify(code)}`,
      didYouMean(code, codes) ?? "`codegen explain` lists all codes",
    );
  }
  const { severity, title, cause, fix } = entry;
  const text = `${code} (${severity})\n${title}\n\n  ${cause}\n\n  fix: ${fix}\n`;
  shell.print(flags.json ? jsonText(entry) : text);
  return exitCodes.done;
}
