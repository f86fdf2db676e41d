// Matches a text against a regular expression without exponential time: it
// follows all reachable positions at once, each only once.

import { backtracks } from "./backtracks.js";
import { isRegular, type PatternNode, parsePattern } from "./parse-pattern.js";

/**
 * The longest texts that the backtracking engine is given: for patterns that
 * may take exponential time, and for others.
 */
const longestTried = { backtracks: 16, other: 1000 };

/**
 * False also if the match would take too long: callers look for values that
 * surely match.
 */
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

/** The limit on steps; beyond it, the text counts as not matching. */
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
    const atom = atoms.get(source) ?? new RegExp(`^(?:${source})$`, "u");
    atoms.set(source, atom);
    return atom.test(character);
  };

  const isEdge = (source: string, position: number): boolean => {
    if (source === "^") return position === 0;
    if (source === "$") return position === text.length;
    const isWord = (character = "") => /^\w$/.test(character);
    const isBoundary = isWord(text[position - 1]) !== isWord(text[position]);
    return isBoundary === (source === "\\b");
  };

  /** The positions where a match of `part` can end if it begins at one of `from`. */
  const ends = (part: PatternNode, from: ReachedStates): ReachedStates => {
    if (from.size === 0) return from;
    switch (part.kind) {
      case "atom":
        return new Set(
          [...from]
            .filter((position) => accepts(part.source, text[position] ?? ""))
            .map((position) => position + 1),
        );
      case "edge":
        return new Set([...from].filter((at) => isEdge(part.source, at)));
      case "sequence":
        return part.items.reduce(
          (positions, item) => ends(item, positions),
          from,
        );
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
    let positions = from;
    // With more repeats than characters, the additional ones match the empty
    // text.
    const needed = Math.min(least, text.length + 1);
    for (let turn = 0; turn < needed && positions.size > 0; turn++) {
      positions = ends(item, positions);
    }
    const reached = new Set(positions);
    let added = positions;
    for (let turn = least; turn < most && added.size > 0; turn++) {
      added = new Set(
        [...ends(item, added)].filter((position) => !reached.has(position)),
      );
      for (const position of added) reached.add(position);
    }
    return reached;
  };

  const anywhere = new Set(
    Array.from({ length: text.length + 1 }, (_, at) => at),
  );
  return ends(node, anywhere).size > 0;
}
