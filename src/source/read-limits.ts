// Limits on reading documents, which may come from strangers: they must not exhaust
// memory or stall a build. Work is limited by size, not time, so that every machine
// accepts the same documents. Only waiting for a network or a pipe is limited by time.

import type { Location } from "../diagnostics/diagnostic.js";
import { type InputError, inputError } from "../diagnostics/input-error.js";
import type { SettingsOf, SettingTable } from "../settings/setting.js";

/**
 * The depth that every step can follow on the stack that Node provides: 500 nested
 * schemas, each of which counts twice (`properties`, and the property), and a margin.
 */
export const safeDepth = 1100;

/** Each limit; its key in `limits` of the config and in `--limit KEY=NUMBER`. */
export const limitKeys = {
  bytes: {
    type: "count",
    default: 256 * 1024 * 1024,
    description: "The size of one file in bytes, after decompression.",
  },
  depth: {
    type: "count",
    default: safeDepth,
    description:
      "The nesting of objects and lists; a schema inside another one counts twice.",
  },
  aliases: {
    type: "count",
    default: 10_000,
    description:
      "The number of aliases that a YAML file expands to; inner aliases count each time.",
  },
  nodes: {
    type: "count",
    default: 20_000_000,
    description:
      "The number of values of all files together; the value of a YAML alias counts each time.",
  },
  steps: {
    type: "count",
    default: 50_000_000,
    description:
      "The number of values that the JSONPaths of all overlays visit or that their actions write.",
  },
  fetches: {
    type: "count",
    default: 100,
    description: "The number of network requests; each redirect is one.",
  },
  seconds: {
    type: "count",
    default: 60,
    description:
      "The total time of waiting for the network, standard input and pipes. Computing is limited by size only.",
  },
} as const satisfies SettingTable;

export type LimitName = keyof typeof limitKeys;

export type ReadLimits = SettingsOf<typeof limitKeys>;

export const limitNames = Object.keys(limitKeys) as LimitName[]; // the table's own keys

export const defaultLimits =
  // The same keys, each with its default.
  Object.fromEntries(
    limitNames.map((name) => [name, limitKeys[name].default]),
  ) as Readonly<Record<LimitName, number>>;

/** The limits for one document, and what has been used of them. */
export interface ReadBudget {
  readonly limits: ReadLimits;
  /** @throws InputError if the limit of requests is exceeded */
  countFetch(at: Location): void;
  /** @throws InputError if the limit of values is exceeded */
  countNodes(count: number, at: Location): void;
  /** @throws InputError if the limit of overlay steps is exceeded */
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
      throw overLimit("fetches", at, limits, "this one is beyond it");
    },
    countNodes(count, at) {
      used.nodes += count;
      if (used.nodes > limits.nodes) throw tooManyNodes(at, limits);
    },
    countSteps(count, at) {
      used.steps += count;
      if (used.steps <= limits.steps) return;
      throw overLimit("steps", at, limits, "this action exceeds them");
    },
    async wait(at, act) {
      const left = limits.seconds * 1000 - used.milliseconds;
      if (left <= 0) {
        throw overLimit("seconds", at, limits, "they are over");
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
  seconds: (limit) => `waiting may take ${limit} seconds`,
};

/** `excess` completes the message: what exceeds the limit. */
export function overLimit(
  name: LimitName,
  at: Location,
  limits: ReadLimits,
  excess: string,
  help = `raise the limit if the document is correct: \`--limit ${name}=NUMBER\`, or \`limits: {${name}: NUMBER}\` beside \`out\``,
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
  return overLimit("bytes", at, limits, `this file has more`);
}
