// Limits on reading documents, which may come from strangers: they must not exhaust
// memory or stall a build. Work is limited by size, not time, so that every machine
// accepts the same documents. Only waiting for a network or a pipe is limited by time.

import type { Location } from "../diagnostics/diagnostic.js";
import { type InputError, inputError } from "../diagnostics/input-error.js";

/** The value of each limit; every one can be set with `--limit NAME=NUMBER`. */
export interface ReadLimits {
  /** Size of one file. */
  readonly bytes: number;
  /** Levels of nested objects and arrays. */
  readonly depth: number;
  /**
   * Number of aliases of one YAML file after expansion; an alias inside an aliased
   * value counts each time.
   */
  readonly aliases: number;
  /** Number of values in all files together, after aliases are expanded. */
  readonly nodes: number;
  /** Number of values that overlays visit with their JSONPaths, or write. */
  readonly steps: number;
  /** Number of requests, redirects included. */
  readonly fetches: number;
  /** Total time spent waiting for the network, standard input and pipes. */
  readonly seconds: number;
}

export type LimitName = keyof ReadLimits;

/**
 * A depth that every recursive step survives with Node's default stack. It allows 500
 * nested schemas, which count twice each (`properties`, then the property), and some
 * more.
 */
export const safeDepth = 1100;

export const defaultLimits: ReadLimits = {
  bytes: 256 * 1024 * 1024,
  depth: safeDepth,
  aliases: 10_000,
  nodes: 20_000_000,
  steps: 50_000_000,
  fetches: 100,
  seconds: 60,
};

export const limitNames = [
  "bytes",
  "depth",
  "aliases",
  "nodes",
  "steps",
  "fetches",
  "seconds",
] as const satisfies readonly LimitName[];

/** The limits for one document, and what has been used of them. */
export interface ReadBudget {
  readonly limits: ReadLimits;
  /** @throws InputError where the limit of requests is exceeded */
  countFetch(at: Location): void;
  /** @throws InputError where the limit of values is exceeded */
  countNodes(count: number, at: Location): void;
  /** @throws InputError where the limit of overlay steps is exceeded */
  countSteps(count: number, at: Location): void;
  /** Runs `act` with the remaining milliseconds, and counts the time that it takes. */
  wait<Result>(
    at: Location,
    act: (milliseconds: number) => Promise<Result>,
  ): Promise<Result>;
}

/** In milliseconds: Node's timers do not accept more (24 days). */
const longestTimer = 2 ** 31 - 1;

/** Creates the budget for one document and all files that belong to it. */
export function createReadBudget(limits: ReadLimits): ReadBudget {
  const used = { fetches: 0, nodes: 0, steps: 0, milliseconds: 0 };
  return {
    limits,
    countFetch(at) {
      used.fetches++;
      if (used.fetches <= limits.fetches) return;
      throw overLimit("fetches", at, limits, "this is one file more");
    },
    countNodes(count, at) {
      used.nodes += count;
      if (used.nodes > limits.nodes) throw tooManyNodes(at, limits);
    },
    countSteps(count, at) {
      used.steps += count;
      if (used.steps <= limits.steps) return;
      throw overLimit("steps", at, limits, "this action takes more");
    },
    async wait(at, act) {
      const left = limits.seconds * 1000 - used.milliseconds;
      if (left <= 0) {
        throw overLimit("seconds", at, limits, "they have passed");
      }
      const started = performance.now();
      try {
        return await act(Math.min(Math.ceil(left), longestTimer));
      } finally {
        used.milliseconds += performance.now() - started;
      }
    },
  };
}

/** The error for more values than the limit allows. */
export function tooManyNodes(at: Location, limits: ReadLimits): InputError {
  return overLimit("nodes", at, limits, "there are more");
}

const constraints: Readonly<Record<LimitName, (limit: number) => string>> = {
  bytes: (limit) => `a file may have ${limit} bytes`,
  depth: (limit) => `values may be nested ${limit} deep`,
  aliases: (limit) => `the aliases of a file may stand for ${limit} values`,
  nodes: (limit) => `a document may have ${limit} values`,
  steps: (limit) => `overlays may take ${limit} steps`,
  fetches: (limit) => `${limit} files may be fetched`,
  seconds: (limit) => `reading may take ${limit} seconds`,
};

/** `excess` completes the message: what exceeds the limit. */
export function overLimit(
  name: LimitName,
  at: Location,
  limits: ReadLimits,
  excess: string,
  help = `if the document is meant to be so, raise the limit: \`--limit ${name}=NUMBER\`, or \`limits: {${name}: NUMBER}\` beside \`out\``,
): InputError {
  return inputError(
    "spec/limit",
    at,
    `${constraints[name](limits[name])} (limit ${JSON.stringify(name)}), and ${excess}`,
    help,
  );
}

/** For a stream, whose size is unknown before its end. */
export function tooManyBytes(at: Location, limits: ReadLimits): InputError {
  return overLimit("bytes", at, limits, `this one has more`);
}
