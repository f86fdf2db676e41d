// Diagnostics → the lines that a person reads.

import type { Diagnostic, Location } from "../diagnostics/diagnostic.js";
import { compareBytes } from "../model/byte-order.js";

/**
 * `error: … [code]`, where, and what to do. Sorted, so that the order in which
 * things were found does not show.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return sortDiagnostics(diagnostics).map(formatDiagnostic).join("");
}

export function sortDiagnostics(
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  const key = ({ severity, at, message }: Diagnostic) =>
    [severity, at === null ? "" : formatLocation(at), message].join("\0");
  return [...diagnostics].sort((a, b) => compareBytes(key(a), key(b)));
}

function formatDiagnostic(diagnostic: Diagnostic): string {
  const { severity, message, at, help, code } = diagnostic;
  const where = at === null ? "" : `\n  at ${formatLocation(at)}`;
  return printable(
    `${severity}: ${message} [${code}]${where}\n  help: ${help}\n`,
  );
}

export function formatLocation({
  file,
  pointer,
  line,
  column,
}: Location): string {
  const position = line === undefined ? "" : `:${line}`;
  const exact = column === undefined ? "" : `:${column}`;
  return `${file}${position}${exact}${pointer === undefined ? "" : ` ${pointer}`}`;
}

/** Text of a document must not steer the terminal. */
function printable(text: string): string {
  return text.replace(
    /[^\P{Cc}\n]/gu,
    (character) =>
      `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}
