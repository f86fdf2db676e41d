// A regular expression → a short string that matches it. Supports regular ones
// only: characters, classes, groups, alternatives and quantifiers.

import {
  type PatternNode,
  parsePattern,
} from "../ir/query/patterns/parse-pattern.js";

/** The maximum length of a sample. */
const longestSample = 20_000;

/**
 * Returns one sample for each number in `repeats`, which is used for
 * quantifiers that allow it; none if the expression is not supported.
 */
export function samplePattern(
  pattern: string,
  repeats: readonly number[],
): readonly string[] {
  const node = parsePattern(pattern);
  if (node === null) return [];
  const characters = new Map<string, string | null>();
  const find = (source: string): string | null => {
    const known = characters.get(source);
    if (known !== undefined) return known;
    const character = findCharacter(source);
    characters.set(source, character);
    return character;
  };
  return repeats.flatMap((more) => sampleOf(node, more, find) ?? []);
}

function sampleOf(
  node: PatternNode,
  more: number,
  find: (source: string) => string | null,
): string | null {
  switch (node.kind) {
    case "atom":
      return find(node.source);
    case "edge":
      return "";
    case "other":
      return null;
    case "choice":
      // The first alternative that is supported.
      for (const item of node.items) {
        const sample = sampleOf(item, more, find);
        if (sample !== null) return sample;
      }
      return null;
    case "sequence": {
      const parts: string[] = [];
      let length = 0;
      for (const item of node.items) {
        const part = sampleOf(item, more, find);
        length += part?.length ?? 0;
        if (part === null || length > longestSample) return null;
        parts.push(part);
      }
      return parts.join("");
    }
    case "repeat": {
      const { item, least, most } = node;
      const part = sampleOf(item, more, find);
      if (part === null) return null;
      const wanted = Math.min(Math.max(least, more), most, 1000);
      const times = most === least ? least : wanted;
      return part.length * times > longestSample ? null : part.repeat(times);
    }
  }
}

const plainCharacters = [
  ..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
  ..."_-. /:+@#,;!?'\"()[]{}<>|\\*&%$=~^`\t\n\r",
];

/** A character that matches the class, preferably a letter or a digit. */
function findCharacter(source: string): string | null {
  if ([...source].length === 1) return source === "." ? "a" : source;
  const expression = new RegExp(`^(?:${source})$`, "u");
  return plainCharacters.find((one) => expression.test(one)) ?? null;
}
