#!/usr/bin/env node
// argv → exit code. The only file that touches the process. It loads all other code
// dynamically, so that a failure to load also has an exit code of ours.

import { setImmediate as immediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import type { Shell, StopSignal } from "./cli/shell.js";

// Most runs end before optimized code would pay for its compilation: only code that runs
// fifteen times as long as usual is optimized. This saves a quarter of the CPU of a run.
setFlagsFromString("--interrupt-budget=1000000");

const started = performance.now();
const progressAfterMs = 500;
const callsBetweenSignals = 16;

const elapsed = (): number => performance.now() - started;
const say = (text: string) => void process.stderr.write(text);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: the process exists, but belongs to another user.
    return !(
      error instanceof Error &&
      "code" in error &&
      error.code === "ESRCH"
    );
  }
}

/**
 * The first signal throws the result of `stop`. A second one ends the process at once;
 * the next run then completes the writes of this one.
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

// `codegen check | head` closes the pipe early, which must not change the exit code.
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
  // Node would exit with 1, which means that the output differs.
  process.on("uncaughtException", (error) => {
    process.exit(reportError(error, shell));
  });
  process.exitCode = await runProgram(process.argv.slice(2), shell);
} catch (error) {
  // Loading failed: a file of codegen is missing, or the limit on open files is reached.
  const isRefusal = error instanceof Error && "code" in error;
  say(`error: codegen cannot be loaded (${String(error)})\n`);
  process.exitCode = isRefusal ? 2 : 3; // the codes of `cli/shell.ts`
}
