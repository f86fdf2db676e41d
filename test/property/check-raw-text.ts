// A file or the output of a command → characters that are invisible, change how others
// are displayed, or control a terminal. Only `\n` and `\t` are allowed.

import type { Fault } from "./fault.js";

const kinds: readonly (readonly [kind: string, unwanted: RegExp])[] = [
  ["control character", /[^\P{Cc}\n\t]/u],
  ["bidi control", /[\u202a-\u202e\u2066-\u2069]/],
  ["line separator", /[\u2028\u2029]/],
  ["byte order mark", /\ufeff/],
  ["lone surrogate", /\p{Surrogate}/u],
];

export function checkRawText(text: string): Fault[] {
  return kinds.flatMap(([kind, unwanted]) => {
    const index = text.search(unwanted);
    return index < 0 ? [] : [{ kind, index }];
  });
}
