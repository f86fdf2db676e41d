// Formats diagnostics for people.

import type { Diagnostic, Location } from "../../diagnostics/diagnostic.js";
import { terminalLine } from "../../diagnostics/terminal-text.js";
import { sortedByBytes } from "../../ir/compare-bytes.js";

/** The most diagnostics of one code that are printed; the others are counted. */
const mostPrinted = 50;

/**
 * Prints `error: … [code]`, the location and the fix. Sorts, so that the output does
 * not depend on the order of detection.
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
    ...[...counts].flatMap(([kind, count]) => formatOmitted(kind, count)),
  ].join("");
}

/** `note: 4950 more of error ref/not-found are not printed; …` */
function formatOmitted(kind: string, count: number): readonly string[] {
  const omitted = count - mostPrinted;
  if (omitted <= 0) return [];
  const help = kind.startsWith("error")
    ? "correct those above and run again"
    : "--json lists all of them";
  return [`note: ${omitted} more of ${kind} are not printed; ${help}\n`];
}

/** Sorts by severity, location and message, in byte order. */
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

/** `api.yaml:3:5 #/paths` */
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
