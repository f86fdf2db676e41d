// Formats an internal error as a bug report.

import { hideSecrets } from "../../diagnostics/hide-secrets.js";
import { terminalLine } from "../../diagnostics/terminal-text.js";

/** Returns the lines for standard error, with secrets removed. */
export function formatBug(error: unknown): string {
  const stack =
    error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = [
    "error: this is a bug in codegen, not of your input",
    ...stack.split("\n").map((line) => `  ${terminalLine(line.trimStart())}`),
    "  help: please report it with these lines, the command line and, if you can, the document",
    "",
  ];
  return hideSecrets(lines.join("\n"));
}
