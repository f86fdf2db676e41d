// Diagnostics → the lines that a person reads.

import type { Diagnostic, Location } from "../../diagnostics/diagnostic.js";
import { terminalLine } from "../../diagnostics/terminal-text.js";
import { sortedByBytes } from "../../ir/compare-bytes.js";

/** Of one code: more are counted and not printed. */
const mostPrinted = 50;

/**
 * `error: … [code]`, where, and what to do. Sorted, so that the order in which
 * things were found does not show.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const counts = new Map<string, number>();
  const printed = sortDiagnostics(diagnostics).filter(({ severity, code }) => {
    const kind = `${severity} ${code}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= mostPrinted;
  });
  return [
    ...printed.map(formatDiagnostic),
    ...[...counts].flatMap(([kind, count]) => formatRest(kind, count)),
  ].join("");
}

/** `note: 4950 more of error ref/not-found are not printed; …` */
function formatRest(kind: string, count: number): readonly string[] {
  const rest = count - mostPrinted;
  if (rest <= 0) return [];
  const help = kind.startsWith("error")
    ? "correct those above and run again"
    : "--json lists all of them";
  return [`note: ${rest} more of ${kind} are not printed; ${help}\n`];
}

export function sortDiagnostics(
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  const key = ({ severity, at, message }: Diagnostic) =>
    [severity, at === null ? "" : formatLocation(at), message].join("\0");
  return sortedByBytes(diagnostics, key);
}

function formatDiagnostic(diagnostic: Diagnostic): string {
  const { severity, message, at, help, code } = diagnostic;
  const where = at === null ? [] : [`  at ${formatLocation(at)}`];
  const lines = [
    `${severity}: ${message} [${code}]`,
    ...where,
    `  help: ${help}`,
  ];
  return lines.map((line) => `${terminalLine(line)}\n`).join("");
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
