// How much of a document, and for how long, is read before giving up: what comes from
// elsewhere must not fill the memory or hold up a build. Every bound can be raised.

import type { Location } from "../diagnostics/diagnostic.js";
import { type InputError, inputError } from "../diagnostics/input-error.js";

export interface ReadLimits {
  /** Of one file. */
  readonly bytes: number;
  /** Objects and lists in one another. */
  readonly depth: number;
  /** How often the aliases of a YAML file may stand for what they name, inner ones counted each time. */
  readonly aliases: number;
  /** Files from the network. */
  readonly fetches: number;
  /** For reading altogether. */
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
  fetches: 100,
  seconds: 60,
};

export const limitNames = [
  "bytes",
  "depth",
  "aliases",
  "fetches",
  "seconds",
] as const satisfies readonly LimitName[];

/** The limits of one document, and what is used up of them. */
export interface ReadBudget {
  readonly limits: ReadLimits;
  /** Throws where no more files may be fetched. */
  countFetch(at: Location): void;
  /** The milliseconds that are left, as a whole number; throws where none are. */
  remainingMs(at: Location): number;
}

/** Node takes no longer time than this, which is 24 days. */
const longestTimer = 2 ** 31 - 1;

export function createReadBudget(limits: ReadLimits): ReadBudget {
  const started = performance.now();
  let fetched = 0;
  return {
    limits,
    countFetch(at) {
      fetched++;
      if (fetched <= limits.fetches) return;
      throw overLimit("fetches", at, limits, "this is one file more");
    },
    remainingMs(at) {
      const elapsed = performance.now() - started;
      const left = limits.seconds * 1000 - elapsed;
      if (left > 0) return Math.min(Math.ceil(left), longestTimer);
      throw overLimit(
        "seconds",
        at,
        limits,
        `${(elapsed / 1000).toFixed(1)} have passed`,
      );
    },
  };
}

const bounds: Readonly<Record<LimitName, (limit: number) => string>> = {
  bytes: (limit) => `a file may have ${limit} bytes`,
  depth: (limit) => `values may be nested ${limit} deep`,
  aliases: (limit) => `the aliases of a file may stand for ${limit} values`,
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
    `${bounds[name](limits[name])} (limit ${JSON.stringify(name)}), and ${found}`,
    help,
  );
}

export function requireBytes(
  bytes: number,
  at: Location,
  limits: ReadLimits,
): void {
  if (bytes > limits.bytes) {
    throw overLimit("bytes", at, limits, `this one has ${bytes} or more`);
  }
}
