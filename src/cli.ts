#!/usr/bin/env node
// argv → exit code: the only file that touches the process.

import { formatBug } from "./cli/format-bug.js";
import { runProgram } from "./cli/program.js";
import { exitCodes, type Shell } from "./cli/shell.js";

const started = performance.now();
const progressAfterMs = 500;

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
};

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
