#!/usr/bin/env node
// argv → exit code: the only file that touches the process. All else is loaded in here,
// so that what fails while it is loaded has an exit code as well.

import type { Shell } from "./cli/shell.js";

const started = performance.now();
const progressAfterMs = 500;

const elapsed = (): number => performance.now() - started;

const shell: Shell = {
  cwd: process.cwd(),
  stdin: () => process.stdin,
  print: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
  progress(line) {
    if (!process.stderr.isTTY || elapsed() < progressAfterMs) return;
    process.stderr.write(`\r\x1b[K${line}`);
  },
  elapsed,
};

// `codegen list | head` closes the pipe early, and that is fine.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  const { reportError, runProgram } = await import("./cli/program.js");
  // What is thrown where nothing waits for it must not look like a difference on the disk.
  process.on("uncaughtException", (error) => {
    process.exit(reportError(error, shell));
  });
  process.exitCode = await runProgram(process.argv.slice(2), shell);
} catch (error) {
  // Nothing of codegen could be loaded: a file of it is missing, or the process may not
  // open as many files as it has.
  const isRefusal = error instanceof Error && "code" in error;
  shell.say(`error: codegen cannot be loaded (${String(error)})\n`);
  process.exitCode = isRefusal ? 2 : 3; // the codes of `cli/shell.ts`
}
