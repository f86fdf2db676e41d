// The interface of commands to their process. Only `cli.ts` implements it for a real
// process.

import type { Readable } from "node:stream";

/** The process that a command runs in. */
export interface Shell {
  readonly cwd: string;
  stdin(): Readable;
  /** Prints the result to standard output. */
  print(text: string): void;
  /** Prints warnings, notes and errors to standard error. */
  say(text: string): void;
  /**
   * Shows a transient line on a terminal; empty to clear it. Does nothing without a
   * terminal.
   */
  progress(line: string): void;
  /** Returns the milliseconds since the command started. */
  elapsed(): number;
  readonly pid: number;
  isAlive(pid: number): boolean;
  /**
   * From now on, signals do not end the process immediately. Returns a checkpoint that
   * throws `Interrupted` after a signal, so that the run can undo its changes.
   */
  holdSignals(): () => Promise<void>;
}

/** A signal arrived, and the run was undone. */
export class Interrupted extends Error {
  constructor(readonly signal: StopSignal) {
    super(`interrupted by ${signal}`);
  }
}

/** Exit codes as shells use them: 128 plus the signal's number. */
export const stopSignals = { SIGINT: 130, SIGTERM: 143 } as const;

export type StopSignal = keyof typeof stopSignals;

/** @see README.md, "Exit codes" */
export const exitCodes = { done: 0, drift: 1, wrongInput: 2, bug: 3 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
