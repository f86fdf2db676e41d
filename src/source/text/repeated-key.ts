// A key that appears twice in one object of JSON or YAML, and the message for it.

import type { KeyPath } from "./key-path.js";

/** Both count from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** The second use of a key, with the location of the first one. */
export interface RepeatedKey extends TextPosition {
  /**
   * The path of the key, which is the last element. `line` and `column` are of the
   * repetition.
   */
  readonly place: KeyPath;
  readonly first: TextPosition;
}

/** The most that are reported for one file. */
export const mostRepeatedKeys = 20;

/** Longer keys are cut in messages. */
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
