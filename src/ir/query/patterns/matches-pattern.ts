// Whether a text matches a regular expression, in time that no expression can make
// exponential: all places that can be reached are followed at once, and none twice.

import { backtracks } from "./backtracks.js";
import { isRegular, type PatternNode, parsePattern } from "./parse-pattern.js";

/** What an engine that backtracks is asked about, where it may try all 2ⁿ ways and else. */
const longestTried = { backtracks: 16, other: 1000 };

export function matchesPattern(pattern: string, text: string): boolean {
  const node = parsePattern(pattern);
  if (node !== null && isRegular(node)) {
    const isFeasible = sizeOf(node) * text.length <= mostMatchSteps;
    return isFeasible && isFound(node, [...text]);
  }
  const longest =
    node === null || backtracks(pattern)
      ? longestTried.backtracks
      : longestTried.other;
  return text.length <= longest && new RegExp(pattern, "u").test(text);
}

/** Steps of following a text through a pattern; beyond them it is not known to match. */
const mostMatchSteps = 10_000_000;

function sizeOf(node: PatternNode): number {
  switch (node.kind) {
    case "sequence":
    case "choice":
      return node.items.reduce((sum, item) => sum + sizeOf(item), 1);
    case "repeat":
      return 1 + sizeOf(node.item);
    default:
      return 1;
  }
}

type ReachedStates = ReadonlySet<number>;

function isFound(node: PatternNode, text: readonly string[]): boolean {
  const atoms = new Map<string, RegExp>();
  const accepts = (source: string, character: string): boolean => {
    const known = atoms.get(source) ?? new RegExp(`^(?:${source})$`, "u");
    atoms.set(source, known);
    return known.test(character);
  };

  const isEdge = (source: string, place: number): boolean => {
    if (source === "^") return place === 0;
    if (source === "$") return place === text.length;
    const isWord = (character = "") => /^\w$/.test(character);
    const isBoundary = isWord(text[place - 1]) !== isWord(text[place]);
    return isBoundary === (source === "\\b");
  };

  /** Where it can end if it begins at one of the places. */
  const ends = (part: PatternNode, from: ReachedStates): ReachedStates => {
    if (from.size === 0) return from;
    switch (part.kind) {
      case "atom":
        return new Set(
          [...from]
            .filter((place) => accepts(part.source, text[place] ?? ""))
            .map((place) => place + 1),
        );
      case "edge":
        return new Set([...from].filter((at) => isEdge(part.source, at)));
      case "sequence":
        return part.items.reduce((places, item) => ends(item, places), from);
      case "choice":
        return new Set(part.items.flatMap((item) => [...ends(item, from)]));
      case "repeat":
        return repeat(part.item, part.least, part.most, from);
      default:
        return from;
    }
  };

  const repeat = (
    item: PatternNode,
    least: number,
    most: number,
    from: ReachedStates,
  ): ReachedStates => {
    let places = from;
    // Of more turns than there are characters each one more is empty.
    const needed = Math.min(least, text.length + 1);
    for (let turn = 0; turn < needed && places.size > 0; turn++) {
      places = ends(item, places);
    }
    const reached = new Set(places);
    let added = places;
    for (let turn = least; turn < most && added.size > 0; turn++) {
      added = new Set(
        [...ends(item, added)].filter((place) => !reached.has(place)),
      );
      for (const place of added) reached.add(place);
    }
    return reached;
  };

  const anywhere = new Set(
    Array.from({ length: text.length + 1 }, (_, at) => at),
  );
  return ends(node, anywhere).size > 0;
}
