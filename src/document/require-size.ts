// The depth and the size of a parsed document, compared with the limits: all later steps
// go down by recursion, and visit a value once for each place that it stands in.

import { inputError } from "../diagnostics/input-error.js";
import {
  overLimit,
  type ReadLimits,
  tooManyNodes,
} from "../source/read-limits.js";
import { appendPointer } from "./pointer.js";

type Token = string | number;

/** No limit can be higher: the stack ends soon after. */
export const followable = 4000;

/**
 * Returns the number of values. Throws `InputError` for a tree that is too deep or too
 * large, or that contains itself, as a YAML alias or a reference can make it.
 */
export function requireSize(
  root: unknown,
  file: string,
  limits: ReadLimits,
): number {
  const depth = Math.min(limits.depth, followable);
  const counter: Counter = { nodes: 0, limit: limits.nodes };
  const inside = findDeeper(root, depth, counter);
  if (inside === null) {
    if (counter.nodes > limits.nodes) throw tooManyNodes({ file }, limits);
    return counter.nodes;
  }
  const tokens = inside.reverse();
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

/** The way to the first value below `levels` others, from the inside out. */
function findDeeper(
  value: unknown,
  levels: number,
  counter: Counter,
): Token[] | null {
  counter.nodes++;
  if (typeof value !== "object" || value === null) return null;
  if (levels === 0) return [];
  if (counter.nodes > counter.limit) return null; // the caller sees it by the number
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const found = findDeeper(value[index], levels - 1, counter);
      if (found !== null) {
        found.push(index);
        return found;
      }
    }
    return null;
  }
  for (const key in value) {
    const child = (value as Record<string, unknown>)[key]; // parsed: its keys are strings
    const found = findDeeper(child, levels - 1, counter);
    if (found !== null) {
      found.push(key);
      return found;
    }
  }
  return null;
}

/** The first value on the way that is also one above it. */
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
    value = (value as Record<Token, unknown>)[token]; // the way was found by going it
  }
}
