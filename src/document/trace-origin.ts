// What is said of a place in a document that was put together → the same of the place in
// the file that it is from: another file that is referred to, or an overlay.

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { appendPointer, parsePointer } from "./pointer.js";
import type { SpecTree } from "./spec-tree.js";
import { walkDocument } from "./walk-document.js";

interface Origin {
  readonly file: string;
  readonly pointer: string;
}

/** Objects are moved and not copied, so each is known by itself. What is not here is the document's own. */
export type Origins = WeakMap<object, Origin>;

/** `value` and all that is in it is from `pointer` of `file`. */
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
        ? (value as Record<string, unknown>)[token] // undefined where there is none
        : undefined;
    const known =
      typeof value === "object" && value !== null
        ? origins.get(value)
        : undefined;
    const pointer = appendPointer(origin.pointer, token);
    origin = known ?? { file: origin.file, pointer };
  }
  return { ...diagnostic, at: { ...at, ...origin } };
}
