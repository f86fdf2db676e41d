// How deep a document is nested, held against the limit: whatever reads it further
// goes down by recursion, and would end in the middle of it.

import { inputError } from "../diagnostics/input-error.js";
import { appendPointer } from "./pointer.js";
import { overLimit, type ReadLimits } from "./read-limits.js";

type Token = string | number;

/** No limit can be higher: the stack ends soon after. */
export const followable = 4000;

/** Throws `InputError` for what is deeper, or contains itself, as a YAML alias can make it. */
export function requireDepth(
  root: unknown,
  file: string,
  limits: ReadLimits,
): void {
  const depth = Math.min(limits.depth, followable);
  const inside = findDeeper(root, depth);
  if (inside === null) return;
  const tokens = inside.reverse();
  const circle = findCircle(root, tokens);
  if (circle !== null) {
    throw inputError(
      "spec/cyclic",
      { file, pointer: appendPointer("#", ...circle.inner) },
      `this is ${JSON.stringify(appendPointer("#", ...circle.outer))}, which it stands in`,
    );
  }
  throw overLimit(
    "depth",
    { file, pointer: appendPointer("#", ...tokens.slice(0, 8)) },
    { ...limits, depth },
    "what is in here is nested deeper",
  );
}

/** The way to the first value below `levels` others, from the inside out. */
function findDeeper(value: unknown, levels: number): Token[] | null {
  if (typeof value !== "object" || value === null) return null;
  if (levels === 0) return [];
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const found = findDeeper(value[index], levels - 1);
      if (found !== null) {
        found.push(index);
        return found;
      }
    }
    return null;
  }
  for (const key in value) {
    const child = (value as Record<string, unknown>)[key]; // parsed: its keys are strings
    if (typeof child !== "object" || child === null) continue;
    const found = findDeeper(child, levels - 1);
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
