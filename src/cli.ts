#!/usr/bin/env node
// argv → exit code: the only file that touches the process. All else is loaded in here,
// so that what fails while it is loaded has an exit code as well.

import { setImmediate as immediate } from "node:timers/promises";
import type { Shell, StopSignal } from "./cli/shell.js";

const started = performance.now();
const progressAfterMs = 500;
const callsBetweenSignals = 16;

const elapsed = (): number => performance.now() - started;
const say = (text: string) => void process.stderr.write(text);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user may not be asked, but is there.
    return !(
      error instanceof Error &&
      "code" in error &&
      error.code === "ESRCH"
    );
  }
}

/**
 * A second signal ends the process at once; the next run then completes what this one
 * began. `stop` makes what is thrown at the first one.
 */
function holdSignals(
  exitCodes: Readonly<Record<StopSignal, number>>,
  stop: (signal: StopSignal) => Error,
): () => Promise<void> {
  let received: StopSignal | null = null;
  let calls = 0;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (received !== null) process.exit(exitCodes[signal]);
      received = signal;
    });
  }
  return async () => {
    calls++;
    if (calls % callsBetweenSignals === 0) await immediate();
    if (received !== null) throw stop(received);
  };
}

// `codegen check | head` closes the pipe early: the exit code is still what it would be.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  const { Interrupted, stopSignals } = await import("./cli/shell.js");
  const shell: Shell = {
    cwd: process.cwd(),
    stdin: () => process.stdin,
    print: (text) => void process.stdout.write(text),
    say,
    progress(line) {
      if (!process.stderr.isTTY || elapsed() < progressAfterMs) return;
      process.stderr.write(`\r\x1b[K${line}`);
    },
    elapsed,
    pid: process.pid,
    isAlive,
    holdSignals: () =>
      holdSignals(stopSignals, (signal) => new Interrupted(signal)),
  };
  const { reportError, runProgram } = await import("./cli/run-program.js");
  // What is thrown where nothing waits for it must not look like a difference on the disk.
  process.on("uncaughtException", (error) => {
    process.exit(reportError(error, shell));
  });
  process.exitCode = await runProgram(process.argv.slice(2), shell);
} catch (error) {
  // Nothing of codegen could be loaded: a file of it is missing, or the process may not
  // open as many files as it has.
  const isRefusal = error instanceof Error && "code" in error;
  say(`error: codegen cannot be loaded (${String(error)})\n`);
  process.exitCode = isRefusal ? 2 : 3; // the codes of `cli/shell.ts`
}
