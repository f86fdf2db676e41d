// A file or the output of a command → the characters in it that nobody can see, or that
// change how others are seen or what a terminal does. `\n` and `\t` are the only controls allowed.

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
