// Runs a command within the test's process, without a build, and returns its output.

import { Readable } from "node:stream";
import { runProgram } from "../../src/cli/run-program.js";

export interface Printed {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The progress that a terminal would show. */
  readonly progress: string;
}

export async function runInProcess(
  cwd: string,
  args: readonly string[],
  input = "",
): Promise<Printed> {
  let [stdout, stderr, progress] = ["", "", ""];
  const status = await runProgram(args, {
    cwd,
    stdin: () => Readable.from(input === "" ? [] : [Buffer.from(input)]),
    print: (text) => {
      stdout += text;
    },
    say: (text) => {
      stderr += text;
    },
    progress: (line) => {
      progress += `${line}\n`;
    },
    elapsed: () => 0,
    pid: process.pid,
    isAlive: (pid) => pid === process.pid,
    holdSignals: () => async () => {},
  });
  return { status, stdout, stderr, progress };
}
