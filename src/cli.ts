#!/usr/bin/env node
// argv → exit code: the only file that touches the process.

import { setImmediate as immediate } from "node:timers/promises";
import { formatBug } from "./cli/format-bug.js";
import { runProgram } from "./cli/program.js";
import {
  exitCodes,
  Interrupted,
  type Shell,
  type StopSignal,
  stopSignals,
} from "./cli/shell.js";

const started = performance.now();
const progressAfterMs = 500;
const callsBetweenSignals = 16;

const elapsed = (): number => performance.now() - started;

const shell: Shell = {
  cwd: process.cwd(),
  async stdin() {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
  print: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
  progress(line) {
    if (!process.stderr.isTTY || elapsed() < progressAfterMs) return;
    process.stderr.write(`\r\x1b[K${line}`);
  },
  elapsed,
  pid: process.pid,
  isAlive,
  holdSignals,
};

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

/** A second signal ends the process at once; the next run then completes what this one began. */
function holdSignals(): () => Promise<void> {
  let received: StopSignal | null = null;
  let calls = 0;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (received !== null) process.exit(stopSignals[signal]);
      received = signal;
    });
  }
  return async () => {
    calls++;
    if (calls % callsBetweenSignals === 0) await immediate();
    if (received !== null) throw new Interrupted(received);
  };
}

// What is thrown where no one waits for it must not look like a difference on the disk.
process.on("uncaughtException", (error) => {
  shell.say(formatBug(error));
  process.exit(exitCodes.bug);
});

// `codegen list | head` closes the pipe early, and that is fine.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await runProgram(process.argv.slice(2), shell);
