// Formats a unified diff of two versions of a file for a terminal or a CI log.

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { terminalLine, terminalText } from "../diagnostics/terminal-text.js";

/**
 * Above this number of changed lines, the diff is omitted, since computing it takes too
 * long.
 */
const maxChangedLines = 2000;

/**
 * Returns the diff; `""` for equal texts. `before` or `after` is null if the file
 * does not exist. `maxLines` is the longest output.
 */
export function diffText(
  path: string,
  before: string | null,
  after: string | null,
  maxLines = 60,
): string {
  if (before === after) return "";
  const shown = terminalLine(path);
  const from = before === null ? "/dev/null" : shown;
  const to = after === null ? "/dev/null" : shown;
  const patch = createTwoFilesPatch(
    from,
    to,
    before ?? "",
    after ?? "",
    before === null ? undefined : "on disk",
    after === null ? undefined : "generated",
    {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
      // The diff of a new or removed file is cheap at any length.
      maxEditLength: before && after ? maxChangedLines : Infinity,
    },
  );
  const text =
    patch ?? `--- ${from}\n+++ ${to}\n… over ${maxChangedLines} lines differ\n`;
  return trimLines(terminalText(text), maxLines);
}

function trimLines(text: string, maxLines: number): string {
  const lines = text.replace(/\n$/, "").split("\n");
  const left = lines.length - maxLines;
  if (left <= 0) return `${lines.join("\n")}\n`;
  const shown = lines.slice(0, maxLines).join("\n");
  return `${shown}\n… ${left} more ${left === 1 ? "line" : "lines"}\n`;
}
