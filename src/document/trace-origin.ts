// A diagnostic at a place in a document that was put together or upgraded → the same at
// the place in the user's file: the document, another file that it refers to, an overlay.

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { appendPointer, parsePointer } from "./pointer.js";
import type { SpecTree } from "./spec-tree.js";
import { walkDocument } from "./walk-document.js";

export interface Origin {
  readonly file: string;
  readonly pointer: string;
  /**
   * True where the object was made of what stands there, so that its parts have no
   * places of their own: `content`, made of the `schema` of a response in Swagger 2.0.
   */
  readonly isWhole?: true;
}

/**
 * The origins of objects and lists that were moved; `"holder"` for one that a step put
 * around others, and that has the place of what it stands in. Everything else has its
 * place from what it stands in, and its key.
 */
export type Origins = WeakMap<object, Origin | "holder">;

/** `value` and everything in it is from `pointer` of `file`. */
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

/** The origin of `value`, which stands at `key` of something whose origin is `holder`. */
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
    origin = originBelow(origins, origin, token, value);
  }
  const { file: from, pointer } = origin;
  return { ...diagnostic, at: { ...at, file: from, pointer } };
}
