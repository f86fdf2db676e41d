// A key that an object has twice, in JSON or YAML: where both stand, and the one message.

import type { KeyPath } from "./key-path.js";

/** Both from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

export interface RepeatedKey extends TextPosition {
  /** Ends with the key. `line` and `column` are of the second one. */
  readonly place: KeyPath;
  readonly first: TextPosition;
}

/** Of a file that has thousands, nobody reads all. */
export const mostRepeatedKeys = 20;

/** A longer one is cut in messages. */
const longestShownKey = 200;

/** `the key "a" appears twice in one object: line 3, column 5 and line 4, column 5` */
export function describeRepeatedKey(repeated: RepeatedKey): string {
  const name = `${repeated.place.at(-1)}`;
  const isLong = name.length > longestShownKey;
  const key = JSON.stringify(
    isLong ? `${name.slice(0, longestShownKey)}…` : name,
  );
  const at = ({ line, column }: TextPosition) =>
    `line ${line}, column ${column}`;
  return `the key ${key} appears twice in one object: ${at(repeated.first)} and ${at(repeated)}`;
}
