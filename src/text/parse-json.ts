// JSON → its value. `JSON.parse` keeps the last of two equal keys without a word; here
// that is an error.

import type { Place } from "./place.js";
import { countKeys, scanJson } from "./scan-json.js";

export interface RepeatedKey {
  /** Ends with the key. */
  readonly place: Place;
  /** Of the second one, from 1. */
  readonly line: number;
  readonly column: number;
}

/** A text in which an object has a key twice. */
export class RepeatedKeyError extends Error {
  readonly keys: readonly RepeatedKey[];

  constructor(keys: readonly RepeatedKey[]) {
    super(keys.map(describeKey).join("; "));
    this.name = "RepeatedKeyError";
    this.keys = keys;
  }
}

/**
 * Throws `SyntaxError` and `RepeatedKeyError`. The text has more keys than the value
 * only where one is repeated, and counting is cheap: only then is it looked for.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (countKeys(text) !== countKeysOf(value)) {
    throw new RepeatedKeyError(findRepeatedKeys(text));
  }
  return value;
}

/** `"a" appears twice in one object (line 3, column 5)` */
function describeKey({ place, line, column }: RepeatedKey): string {
  return `the key ${JSON.stringify(place.at(-1))} appears twice in one object (line ${line}, column ${column})`;
}

/** Of a file that has thousands, nobody reads all. */
const mostReported = 20;

function findRepeatedKeys(text: string): RepeatedKey[] {
  const keys: RepeatedKey[] = [];
  let [line, start, read] = [1, 0, 0];
  scanJson(text, {
    onRepeatedKey(place, offset) {
      if (keys.length === mostReported) return;
      for (let end = text.indexOf("\n", read); end >= 0 && end < offset; ) {
        line++;
        start = end + 1;
        end = text.indexOf("\n", start);
      }
      read = offset;
      keys.push({ place: place(), line, column: offset - start + 1 });
    },
  });
  return keys;
}

function countKeysOf(root: unknown): number {
  let count = 0;
  const pending = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== "object" || value === null) continue;
    const children: readonly unknown[] = Object.values(value);
    if (!Array.isArray(value)) count += children.length;
    for (const child of children) {
      if (typeof child === "object" && child !== null) pending.push(child);
    }
  }
  return count;
}
