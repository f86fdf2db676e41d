// Parses JSON and reports repeated keys, of which `JSON.parse` silently keeps the last.

import {
  describeRepeatedKey,
  mostRepeatedKeys,
  type RepeatedKey,
  type TextPosition,
} from "./repeated-key.js";
import { countKeys, scanJson } from "./scan-json.js";

/** An object in the text has the same key twice. */
export class RepeatedKeyError extends Error {
  readonly keys: readonly RepeatedKey[];

  constructor(keys: readonly RepeatedKey[]) {
    super(keys.map(describeRepeatedKey).join("; "));
    this.name = "RepeatedKeyError";
    this.keys = keys;
  }
}

/**
 * Counts the keys of the text and of the value first, which is cheap: they differ only
 * if a key is repeated.
 * @throws SyntaxError
 * @throws RepeatedKeyError
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
