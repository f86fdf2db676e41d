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

export const defaultLimits: ReadLimits = {
  bytes: 256 * 1024 * 1024,
  depth: 500,
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
  /** The milliseconds that are left; throws where none are. */
  remainingMs(at: Location): number;
}

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
      if (left > 0) return left;
      throw overLimit(
        "seconds",
        at,
        limits,
        `${(elapsed / 1000).toFixed(1)} have passed`,
      );
    },
  };
}

const bounds: Readonly<Record<LimitName, string>> = {
  bytes: "of a file",
  depth: "of nesting",
  aliases: "of a YAML file",
  fetches: "from the network",
  seconds: "of reading",
};

/** `found` says what there is more of than the limit allows. */
export function overLimit(
  name: LimitName,
  at: Location,
  limits: ReadLimits,
  found: string,
): InputError {
  return inputError(
    "spec/limit",
    at,
    `the limit ${bounds[name]} is ${limits[name]} ${name}, and ${found}`,
    `if the document is meant to be so, raise the limit: \`--limit ${name}=NUMBER\`, or \`limits: {${name}: NUMBER}\` beside \`out\``,
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
