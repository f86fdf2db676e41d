// JSON → its value. `JSON.parse` keeps the last of two equal keys without a word; here
// that is an error.

import {
  describeRepeatedKey,
  mostRepeatedKeys,
  type RepeatedKey,
  type TextPosition,
} from "./repeated-key.js";
import { countKeys, scanJson } from "./scan-json.js";

/** A text in which an object has a key twice. */
export class RepeatedKeyError extends Error {
  readonly keys: readonly RepeatedKey[];

  constructor(keys: readonly RepeatedKey[]) {
    super(keys.map(describeRepeatedKey).join("; "));
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

function findRepeatedKeys(text: string): RepeatedKey[] {
  const keys: RepeatedKey[] = [];
  scanJson(text, {
    onRepeatedKey(place, offset, firstOffset) {
      if (keys.length === mostRepeatedKeys) return;
      keys.push({
        place: place(),
        ...positionAt(text, offset),
        first: positionAt(text, firstOffset),
      });
    },
  });
  return keys;
}

function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  return {
    line: before.split("\n").length,
    column: offset - before.lastIndexOf("\n"),
  };
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
