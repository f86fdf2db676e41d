// Matches a text against a regular expression without exponential time: it
// follows all reachable positions at once, each only once.

import { assertNever } from "../../assert-never.js";
import { backtracks } from "./backtracks.js";
import { isRegular, type PatternNode, parsePattern } from "./parse-pattern.js";

/**
 * The longest texts, in code units, that the JavaScript engine matches: for
 * patterns that may take exponential time, and for others.
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
    case "atom":
    case "edge":
    case "other":
      return 1;
    default:
      return assertNever(node);
  }
}

type ReachedStates = ReadonlySet<number>;

/** A text, and the state of matching it. */
interface MatchedText {
  readonly characters: readonly string[];
  /** Compiled atoms by their source. */
  readonly atoms: Map<string, RegExp>;
}

function isFound(node: PatternNode, characters: readonly string[]): boolean {
  const anywhere = new Set(
    Array.from({ length: characters.length + 1 }, (_, at) => at),
  );
  return endsOf(node, anywhere, { characters, atoms: new Map() }).size > 0;
}

function accepts(
  source: string,
  character: string,
  { atoms }: MatchedText,
): boolean {
  const known = atoms.get(source) ?? new RegExp(`^(?:${source})$`, "u");
  atoms.set(source, known);
  return known.test(character);
}

function isEdge(
  source: string,
  place: number,
  { characters }: MatchedText,
): boolean {
  if (source === "^") return place === 0;
  if (source === "$") return place === characters.length;
  const isWord = (character = "") => /^\w$/.test(character);
  const isBoundary =
    isWord(characters[place - 1]) !== isWord(characters[place]);
  return isBoundary === (source === "\\b");
}

/** The positions where a match of `node` can end if it begins at one of the given positions. */
function endsOf(
  part: PatternNode,
  from: ReachedStates,
  text: MatchedText,
): ReachedStates {
  if (from.size === 0) return from;
  switch (part.kind) {
    case "atom":
      return new Set(
        [...from]
          .filter((place) =>
            accepts(part.source, text.characters[place] ?? "", text),
          )
          .map((place) => place + 1),
      );
    case "edge":
      return new Set([...from].filter((at) => isEdge(part.source, at, text)));
    case "sequence":
      return part.items.reduce(
        (places, item) => endsOf(item, places, text),
        from,
      );
    case "choice":
      return new Set(
        part.items.flatMap((item) => [...endsOf(item, from, text)]),
      );
    case "repeat":
      return endsOfRepeat(part, from, text);
    case "other": // backreferences and lookarounds are ignored
      return from;
    default:
      return assertNever(part);
  }
}

function endsOfRepeat(
  { item, least, most }: Extract<PatternNode, { kind: "repeat" }>,
  from: ReachedStates,
  text: MatchedText,
): ReachedStates {
  let places = from;
  // With more repeats than characters, the extra ones match the empty string.
  const needed = Math.min(least, text.characters.length + 1);
  for (let turn = 0; turn < needed && places.size > 0; turn++) {
    places = endsOf(item, places, text);
  }
  const reached = new Set(places);
  let added = places;
  for (let turn = least; turn < most && added.size > 0; turn++) {
    added = new Set(
      [...endsOf(item, added, text)].filter((place) => !reached.has(place)),
    );
    for (const place of added) reached.add(place);
  }
  return reached;
}
