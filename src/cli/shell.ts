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
  readonly pid: number;
  isAlive(pid: number): boolean;
  /**
   * From now on a signal does not end the process at once. Returns what throws
   * `Interrupted` after one, so that what is half done can be undone.
   */
  holdSignals(): () => Promise<void>;
}

/** A signal has arrived, and the run was undone. */
export class Interrupted extends Error {
  constructor(readonly signal: StopSignal) {
    super(`interrupted by ${signal}`);
  }
}

/** With the exit codes that shells use, 128 and the signal's number. */
export const stopSignals = { SIGINT: 130, SIGTERM: 143 } as const;

export type StopSignal = keyof typeof stopSignals;

/** @see README.md, "Exit codes" */
export const exitCodes = { done: 0, drift: 1, wrongInput: 2, bug: 3 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
