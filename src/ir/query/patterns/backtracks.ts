// Finds regular expressions that can take exponential time in a backtracking
// engine: a loop matches one text in two ways, as in `(a+)+` or `(a|a)*`. The
// characters of the expression become the states of an automaton, which is
// ambiguous if two different paths with the same text lead from a state back
// to it.
// @see https://doi.org/10.1016/0304-3975(91)90381-B Weber and Seidl, criterion
// EDA

import { findComponents } from "../find-cycles.js";
import { type PatternNode, parsePattern } from "./parse-pattern.js";

/** Larger patterns are skipped, since the cost is quadratic. */
const mostStates = 300;
const mostSearchSteps = 500_000;

/** Repeats of 10 or more are treated as unbounded. */
const unboundedFrom = 10;

interface Automaton {
  /** State → the source of the character that leads to it: `[a-z]`. */
  readonly sources: string[];
  readonly next: Map<number, Set<number>>;
  /** Edges that were added twice, by two nested loops. */
  readonly twice: (readonly [number, number])[];
}

/** The states of a part of the expression: where a match of it begins and ends. */
interface AutomatonPart {
  readonly isEmpty: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** False also for an expression that is too large or too deep to analyze. */
export function backtracks(pattern: string): boolean {
  const node = parsePattern(pattern);
  if (node === null) return false;
  const automaton: Automaton = { sources: [], next: new Map(), twice: [] };
  if (addPart(node, automaton) === null) return false;
  return isAmbiguous(automaton);
}

const noState: AutomatonPart = { isEmpty: true, first: [], last: [] };

/** Adds the states of a node. Null if the expression is too large. */
function addPart(
  node: PatternNode,
  automaton: Automaton,
): AutomatonPart | null {
  switch (node.kind) {
    case "atom": {
      const state = automaton.sources.length;
      if (state >= mostStates) return null;
      automaton.sources.push(node.source);
      automaton.next.set(state, new Set());
      return { isEmpty: false, first: [state], last: [state] };
    }
    case "edge":
      return noState;
    case "other":
      // A lookaround may contain loops, but consumes no character.
      return node.inner === null || addPart(node.inner, automaton) !== null
        ? noState
        : null;
    case "sequence":
      return joinAll(node.items, automaton);
    case "choice": {
      const parts = node.items.map((item) => addPart(item, automaton));
      const known = parts.filter((part) => part !== null);
      if (known.length < parts.length) return null;
      return {
        isEmpty: known.some(({ isEmpty }) => isEmpty),
        first: known.flatMap(({ first }) => first),
        last: known.flatMap(({ last }) => last),
      };
    }
    case "repeat":
      return addRepeat(node.item, node.least, node.most, automaton);
  }
}

function addRepeat(
  item: PatternNode,
  least: number,
  most: number,
  automaton: Automaton,
): AutomatonPart | null {
  if (most >= unboundedFrom) {
    const part = addPart(item, automaton);
    if (part === null) return null;
    connect(part.last, part.first, automaton);
    // If 10 repeats may be empty, there are 2¹⁰ ways to choose the empty ones.
    const isChosen = part.isEmpty && least >= unboundedFrom;
    if (isChosen) connect(part.last, part.first, automaton);
    return least === 0 ? { ...part, isEmpty: true } : part;
  }
  if (most === 0) return noState;
  // Three copies are enough to model a repeat.
  const turns = least === most ? 1 : Math.min(most, 3);
  const needed = least === most ? 1 : Math.min(least, turns - 1);
  const items = Array.from({ length: turns }, () => item);
  return joinAll(items, automaton, needed);
}

/** Joins parts in sequence; parts from index `needed` on are optional. */
function joinAll(
  items: readonly PatternNode[],
  automaton: Automaton,
  needed = items.length,
): AutomatonPart | null {
  let whole = noState;
  for (const [index, item] of items.entries()) {
    const added = addPart(item, automaton);
    if (added === null) return null;
    const isEmpty = added.isEmpty || index >= needed;
    connect(whole.last, added.first, automaton);
    whole = {
      isEmpty: whole.isEmpty && isEmpty,
      first: whole.isEmpty ? [...whole.first, ...added.first] : whole.first,
      last: isEmpty ? [...whole.last, ...added.last] : added.last,
    };
  }
  return whole;
}

function connect(
  from: readonly number[],
  to: readonly number[],
  { next, twice }: Automaton,
): void {
  for (const state of from) {
    const successors = next.get(state);
    for (const other of to) {
      if (successors?.has(other) === true) twice.push([state, other]);
      successors?.add(other);
    }
  }
}

function isAmbiguous({ sources, next, twice }: Automaton): boolean {
  const components = findComponents(
    new Map(
      [...next].map(([state, others]) => [
        String(state),
        [...others].map(String),
      ]),
    ),
  );
  const isLoop = (a: number, b: number) =>
    components.get(String(a)) === components.get(String(b));
  if (twice.some(([from, to]) => isLoop(from, to))) return true;
  const inLoop = new Map(
    [...next].map(([state, others]) => [
      state,
      [...others].filter((other) => isLoop(state, other)),
    ]),
  );
  const overlaps = createOverlaps(sources);
  const size = sources.length;
  const cameFrom = new Map<number, number[]>();
  const pending = sources.map((_source, state) => state * size + state);
  const seen = new Set(pending);
  let steps = 0;
  // The loop appends to the list that it iterates: a breadth-first search.
  for (const pair of pending) {
    const [a, b] = [Math.floor(pair / size), pair % size];
    for (const left of inLoop.get(a) ?? []) {
      for (const right of inLoop.get(b) ?? []) {
        if (++steps > mostSearchSteps) return false;
        if (!overlaps(left, right) || !isLoop(left, right)) continue;
        const to = left * size + right;
        const predecessors = cameFrom.get(to);
        if (predecessors === undefined) cameFrom.set(to, [pair]);
        else predecessors.push(pair);
        if (seen.has(to)) continue;
        seen.add(to);
        pending.push(to);
      }
    }
  }
  // Ambiguous: two different paths lead back to the same state.
  return sources.some((_source, state) =>
    (cameFrom.get(state * size + state) ?? []).some(
      (pair) => Math.floor(pair / size) !== pair % size,
    ),
  );
}

/**
 * True if some character of a sample alphabet matches both states. Other
 * characters are not tested, so that this is an approximation.
 */
function createOverlaps(
  sources: readonly string[],
): (a: number, b: number) => boolean {
  const literal = [
    ...new Set(sources.flatMap((source) => [...source, ...escapedIn(source)])),
  ];
  const neighbours = literal.flatMap((one) => {
    const point = one.codePointAt(0) ?? 0;
    return [one, ...[point - 1, point + 1].flatMap(characterOf)];
  });
  const common = Array.from({ length: 96 }, (_one, index) => index + 32);
  const alphabet = [
    ...new Set([
      ...neighbours,
      ...common.flatMap(characterOf),
      ..."\t\n\réπ一😀",
    ]),
  ];
  const matchesBySource = new Map<string, ReadonlySet<string>>();
  const matchesOf = (source: string): ReadonlySet<string> => {
    const cached = matchesBySource.get(source);
    if (cached !== undefined) return cached;
    const expression = new RegExp(`^(?:${source})$`, "u");
    const matches = new Set(alphabet.filter((one) => expression.test(one)));
    matchesBySource.set(source, matches);
    return matches;
  };
  return (a, b) => {
    const left = sources[a] ?? "";
    const right = sources[b] ?? "";
    if (left === right) return true;
    const others = matchesOf(right);
    return [...matchesOf(left)].some((one) => others.has(one));
  };
}

/** `\u0600-\u0640` → both characters: the source text contains only their escapes. */
function escapedIn(source: string): string[] {
  const escapes = /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2}))/gi;
  return [...source.matchAll(escapes)].flatMap(([, braced, four, two]) =>
    characterOf(Number.parseInt(braced ?? four ?? two ?? "", 16)),
  );
}

function characterOf(point: number): string[] {
  const isOne = point >= 0 && point <= 0x10ffff && (point & 0xf800) !== 0xd800;
  return isOne ? [String.fromCodePoint(point)] : [];
}
