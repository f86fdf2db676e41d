// How much of a document is read before giving up: what comes from elsewhere must not
// fill the memory or hold up a build. Work is limited by size, so that a document is
// read or refused on every machine alike; only waiting for others is limited in time.

import type { Location } from "../diagnostics/diagnostic.js";
import { type InputError, inputError } from "../diagnostics/input-error.js";

export interface ReadLimits {
  /** Of one file. */
  readonly bytes: number;
  /** Objects and lists in one another. */
  readonly depth: number;
  /** How often the aliases of a YAML file may stand for what they name, inner ones counted each time. */
  readonly aliases: number;
  /** Values of all files together; what an alias stands for counts each time. */
  readonly nodes: number;
  /** Values that the JSONPaths of all overlays visit, or that their actions write. */
  readonly steps: number;
  /** Requests to the network; a redirect is another one. */
  readonly fetches: number;
  /** Waiting for the network, for standard input and for pipes, altogether. */
  readonly seconds: number;
}

export type LimitName = keyof ReadLimits;

/**
 * What every step can follow on the stack that Node has: 500 schemas in one another,
 * each counting twice (`properties`, and the property), and some more.
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

/** The limits of one document, and how much of them is used up. */
export interface ReadBudget {
  readonly limits: ReadLimits;
  /** Throws where no more files may be fetched. */
  countFetch(at: Location): void;
  /** Throws where the files have too many values. */
  countNodes(count: number, at: Location): void;
  /** Throws where overlays take too many steps. */
  countSteps(count: number, at: Location): void;
  /** Runs `act`, which waits for others, with the milliseconds that are left for it. */
  wait<Result>(
    at: Location,
    act: (milliseconds: number) => Promise<Result>,
  ): Promise<Result>;
}

/** Node takes no longer time than this, which is 24 days. */
const longestTimer = 2 ** 31 - 1;

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

/** `found` says what there is more of than the limit allows. */
export function overLimit(
  name: LimitName,
  at: Location,
  limits: ReadLimits,
  found: string,
  help = `if the document is meant to be so, raise the limit: \`--limit ${name}=NUMBER\`, or \`limits: {${name}: NUMBER}\` beside \`out\``,
): InputError {
  return inputError(
    "spec/limit",
    at,
    `${constraints[name](limits[name])} (limit ${JSON.stringify(name)}), and ${found}`,
    help,
  );
}

/** For a stream, whose size nobody knows before its end. */
export function tooManyBytes(at: Location, limits: ReadLimits): InputError {
  return overLimit("bytes", at, limits, `this one has more`);
}
