// Checks the depth and the size of a parsed document. All later steps recurse, and
// visit a value once for each of its locations.

import { inputError } from "../diagnostics/input-error.js";
import {
  overLimit,
  type ReadLimits,
  tooManyNodes,
} from "../source/read-limits.js";
import { appendPointer } from "./pointer.js";

type Token = string | number;

/** Upper bound of the depth limit; deeper recursion overflows the stack. */
export const followable = 4000;

/**
 * Returns the number of values.
 * @throws InputError for a tree that is too deep or too large, or that contains itself,
 * e.g. through a YAML alias
 */
export function requireSize(
  root: unknown,
  file: string,
  limits: ReadLimits,
): number {
  const depth = Math.min(limits.depth, followable);
  const counter: Counter = { nodes: 0, limit: limits.nodes };
  const deepPath = findDeeper(root, depth, counter);
  if (deepPath === null) {
    if (counter.nodes > limits.nodes) throw tooManyNodes({ file }, limits);
    return counter.nodes;
  }
  const tokens = deepPath.reverse();
  const circle = findCircle(root, tokens);
  if (circle !== null) {
    throw inputError(
      "spec/cyclic",
      { file, pointer: appendPointer("#", ...circle.inner) },
      `${JSON.stringify(appendPointer("#", ...circle.outer))} contains itself`,
    );
  }
  throw overLimit(
    "depth",
    { file, pointer: appendPointer("#", ...tokens.slice(0, 8)) },
    { ...limits, depth },
    "this value is nested deeper",
  );
}

interface Counter {
  nodes: number;
  readonly limit: number;
}

/** Returns the path to the first value below `levels` others, innermost token first. */
function findDeeper(
  value: unknown,
  levels: number,
  counter: Counter,
): Token[] | null {
  counter.nodes++;
  if (typeof value !== "object" || value === null) return null;
  if (levels === 0) return [];
  if (counter.nodes > counter.limit) return null; // the caller checks the count
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const path = findDeeper(value[index], levels - 1, counter);
      if (path !== null) {
        path.push(index);
        return path;
      }
    }
    return null;
  }
  for (const key in value) {
    const child = (value as Record<string, unknown>)[key]; // parsed: its keys are strings
    const path = findDeeper(child, levels - 1, counter);
    if (path !== null) {
      path.push(key);
      return path;
    }
  }
  return null;
}

/** Finds the first value on the path that contains itself. */
function findCircle(
  root: unknown,
  tokens: readonly Token[],
): { readonly outer: Token[]; readonly inner: Token[] } | null {
  const seen = new Map<unknown, number>();
  let value = root;
  for (let depth = 0; ; depth++) {
    const above = seen.get(value);
    if (above !== undefined) {
      return { outer: tokens.slice(0, above), inner: tokens.slice(0, depth) };
    }
    seen.set(value, depth);
    const token = tokens[depth];
    if (token === undefined) return null;
    value = (value as Record<Token, unknown>)[token]; // the path exists, see `findDeeper`
  }
}
