// What the commands need of the process they run in. Only `cli.ts` has the real one.

import type { Readable } from "node:stream";

export interface Shell {
  readonly cwd: string;
  stdin(): Readable;
  /** To standard output: what was asked for. */
  print(text: string): void;
  /** To standard error: what is said beside it. */
  say(text: string): void;
  /** A passing line on a terminal; empty to clear it. Nothing where there is none. */
  progress(line: string): void;
  /** Milliseconds since the command began. */
  elapsed(): number;
}

/** @see README.md, "Exit codes" */
export const exitCodes = { done: 0, drift: 1, wrongInput: 2, bug: 3 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
