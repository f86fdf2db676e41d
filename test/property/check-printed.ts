// Printed text → the parts of it that a terminal or a CI runner would execute.

import type { Printed } from "../e2e/run-in-process.js";
import { checkRawText } from "./check-raw-text.js";
import { excerpt } from "./fault.js";

export function checkPrinted(
  { status, stdout, stderr, progress }: Printed,
  isJson: boolean,
): string[] {
  const streams = { stdout, stderr, progress };
  const faults = Object.entries(streams).flatMap(([name, text]) => [
    // A tab is layout in a diff, and in nothing else.
    ...checkRawText(text.replaceAll("\t", " ")).map(
      ({ kind, index }) => `${kind} in ${name}:${excerpt(text, index)}`,
    ),
    ...findCommands(text).map(
      (index) => `command to a runner in ${name}:${excerpt(text, index)}`,
    ),
  ]);
  if (![0, 1, 2].includes(status)) faults.push(`exit ${status}: ${stderr}`);
  if (status === 2 && !/^error: .+\]\n(?: {2}at .+\n)? {2}help: /m.test(stderr))
    faults.push(`refused without a place or a fix: ${JSON.stringify(stderr)}`);
  const forged = stderr
    .split("\n")
    .find((line) => line !== "" && !isLineOfOurs(line));
  if (forged !== undefined) {
    faults.push(`a line that is not ours: ${JSON.stringify(forged)}`);
  }
  if (isJson && status < 2 && !isJsonText(stdout)) {
    faults.push(`not JSON: ${JSON.stringify(stdout.slice(0, 200))}`);
  }
  return faults;
}

/** GitHub's runner reads `::` behind any white space, and `##[` anywhere. */
function findCommands(text: string): number[] {
  return [/^\s*::/m, /##\w*\[/]
    .map((command) => text.search(command))
    .filter((index) => index >= 0);
}

/** A text with a line break in it must not look like a message of its own. */
function isLineOfOurs(line: string): boolean {
  return /^(?:(?:error|warning): .*\[[a-z]+\/[a-z-]+\]$| {2}(?:at|help:?) |note: )/.test(
    line,
  );
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
