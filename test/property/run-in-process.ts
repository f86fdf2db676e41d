// A command, with all that it prints, without a process of its own: hundreds of them are
// run, and most of the time of each would go into starting it.

import { Readable } from "node:stream";
import { runProgram } from "../../src/cli/run-program.js";

export interface Printed {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What a terminal would show while it runs. */
  readonly progress: string;
}

export async function runInProcess(
  cwd: string,
  args: readonly string[],
): Promise<Printed> {
  let [stdout, stderr, progress] = ["", "", ""];
  const status = await runProgram(args, {
    cwd,
    stdin: () => Readable.from([]),
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
