// Maps locations in a combined document back to their source: a referenced file, or an
// overlay.

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { appendPointer, parsePointer } from "./pointer.js";
import type { SpecTree } from "./spec-tree.js";
import { walkDocument } from "./walk-document.js";

interface Origin {
  readonly file: string;
  readonly pointer: string;
}

/**
 * The origin of each object. Objects are moved, not copied, so that their identity is
 * kept. Objects of the main document are not in the map.
 */
export type Origins = WeakMap<object, Origin>;

/** Records that `value` and everything in it come from `pointer` in `file`. */
export function noteOrigins(
  origins: Origins,
  value: unknown,
  file: string,
  pointer = "#",
): void {
  walkDocument(value, (object, place) => {
    origins.set(object, { file, pointer: appendPointer(pointer, ...place) });
  });
}

/** Replaces the diagnostic's location by the original one. */
export function traceOrigin(
  diagnostic: Diagnostic,
  { file, root }: SpecTree,
  origins: Origins,
): Diagnostic {
  const { at } = diagnostic;
  const tokens = at?.file === file ? parsePointer(at.pointer ?? "") : null;
  if (at === null || tokens === null) return diagnostic;
  let value: unknown = root;
  let origin: Origin = { file, pointer: "#" };
  for (const token of tokens) {
    value =
      typeof value === "object" && value !== null
        ? (value as Record<string, unknown>)[token] // undefined where it does not exist
        : undefined;
    const recorded =
      typeof value === "object" && value !== null
        ? origins.get(value)
        : undefined;
    const pointer = appendPointer(origin.pointer, token);
    origin = recorded ?? { file: origin.file, pointer };
  }
  return { ...diagnostic, at: { ...at, ...origin } };
}
