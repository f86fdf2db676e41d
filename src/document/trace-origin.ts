// Maps locations in a combined or upgraded document back to their source: the document
// itself, a referenced file, or an overlay.

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { appendPointer, parsePointer } from "./pointer.js";
import type { SpecTree } from "./spec-tree.js";
import { walkDocument } from "./walk-document.js";

export interface Origin {
  readonly file: string;
  readonly pointer: string;
  /**
   * True if the object was created from the value at that location. Its parts then have no
   * locations of their own: `content`, created from a response's `schema` in Swagger 2.0.
   */
  readonly isWhole?: true;
}

/**
 * The origins of objects and lists that were moved. `"holder"` marks one that a step put
 * around others: it has the location of what it stands in. The location of everything
 * else follows from its parent and its key.
 */
export type Origins = WeakMap<object, Origin | "holder">;

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

/** Returns the origin of `value`, found at `key` of something with the origin `holder`. */
export function originBelow(
  origins: Origins,
  holder: Origin,
  key: string | number,
  value: unknown,
): Origin {
  const known =
    typeof value === "object" && value !== null ? origins.get(value) : null;
  if (known === "holder") return holder;
  if (known !== null && known !== undefined) return known;
  if (holder.isWhole) return holder;
  return { file: holder.file, pointer: appendPointer(holder.pointer, key) };
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
        ? (value as Record<string, unknown>)[token] // undefined if it does not exist
        : undefined;
    origin = originBelow(origins, origin, token, value);
  }
  const { file: from, pointer } = origin;
  return { ...diagnostic, at: { ...at, file: from, pointer } };
}
