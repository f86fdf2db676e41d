// A whole document → all references and all identifiers (`$id`, `$anchor`) in
// it. Needed only if some reference points deeper than to a named schema.

import {
  appendPointer,
  parsePointer,
  resolvePointer,
} from "../../document/pointer.js";
import { walkDocument } from "../../document/walk-document.js";
import { isRecord } from "../schema/read-schema.js";

/** The references of a document, resolved. */
export interface References {
  /** The pointers that references point to, without duplicates. */
  readonly targets: ReadonlySet<string>;
  /** Resolves a reference at `pointer` to a pointer; null if it leaves the document. */
  resolve(ref: string, pointer: string): string | null;
}

interface CollectedReferences {
  readonly refs: { readonly ref: string; readonly pointer: string }[];
  /** `$id` → the pointer of its schema. */
  readonly ids: Map<string, string>;
  /** `$anchor` → the pointers of its schemas. */
  readonly anchors: Map<string, string[]>;
}

/**
 * Finds all references. A `$dynamicRef` resolves to its target without
 * overrides.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */
export function findReferences(root: unknown): References {
  const collected: CollectedReferences = {
    refs: [],
    ids: new Map(),
    anchors: new Map(),
  };
  collectAll(root, collected);
  const self =
    isRecord(root) && typeof root.$self === "string" ? root.$self : "";
  if (self !== "") collected.ids.set(self, "#");
  const identified = new Set(collected.ids.values());
  const resolve = (ref: string, pointer: string) =>
    resolveReference(ref, enclosing(pointer, identified), collected, root);
  const targets = new Set<string>();
  for (const { ref, pointer } of collected.refs) {
    const target = resolve(ref, pointer);
    if (target !== null) targets.add(target);
  }
  return { targets, resolve };
}

function collectAll(root: unknown, collected: CollectedReferences): void {
  walkDocument(root, (object, place, kind) => {
    if (kind !== "words") return;
    for (const key of collectedKeywords) {
      const text = object[key];
      if (typeof text !== "string") continue;
      collect(key, text, appendPointer("#", ...place), collected);
    }
  });
}

/** Keywords that reference a location, or identify one. */
const collectedKeywords = [
  "$ref",
  "$dynamicRef",
  "$id",
  "$anchor",
  "$dynamicAnchor",
];

function collect(
  key: string,
  text: string,
  pointer: string,
  collected: CollectedReferences,
): void {
  switch (key) {
    case "$ref":
    case "$dynamicRef":
      collected.refs.push({ ref: text, pointer });
      break;
    case "$id":
      collected.ids.set(text.replace(/#$/, ""), pointer);
      break;
    case "$anchor":
    case "$dynamicAnchor":
      if (!collected.anchors.has(text)) collected.anchors.set(text, []);
      collected.anchors.get(text)?.push(pointer);
      break;
    default:
  }
}

function resolveReference(
  ref: string,
  resource: string,
  { ids, anchors }: CollectedReferences,
  root: unknown,
): string | null {
  const hash = ref.indexOf("#");
  const address = hash < 0 ? ref : ref.slice(0, hash);
  const fragment = hash < 0 ? "" : ref.slice(hash);
  const base = address === "" ? resource : findId(address, resource, ids);
  if (base === null) return null;
  if (fragment === "" || fragment === "#") return base;
  const tokens = parsePointer(fragment);
  if (tokens !== null) {
    // In a schema with an `$id`, `#/` means that schema; many documents use it
    // for the whole document, so that is tried next.
    const own = appendPointer(base, ...tokens);
    return resolvePointer(root, own) === undefined ? fragment : own;
  }
  const name = fragment.slice(1);
  const places = anchors.get(name) ?? [];
  return (
    places.find((place) => isPointerWithin(place, base)) ?? places[0] ?? null
  );
}

/** The pointer of the innermost schema with an `$id` around a location; `#` if none. */
function enclosing(pointer: string, identified: ReadonlySet<string>): string {
  let ancestor = pointer;
  while (!identified.has(ancestor)) {
    const end = ancestor.lastIndexOf("/");
    if (end < 0) return "#";
    ancestor = ancestor.slice(0, end);
  }
  return ancestor;
}

/** Finds a schema by its `$id`, literally or relative to the enclosing schema's `$id`. */
function findId(
  address: string,
  resource: string,
  ids: ReadonlyMap<string, string>,
): string | null {
  const exact = ids.get(address);
  if (exact !== undefined) return exact;
  const bases = [...ids].filter(([, place]) => place === resource);
  for (const [base] of bases.length > 0 ? bases : [["https://self.invalid/"]]) {
    const full = joinPointer(address, base ?? "");
    for (const [id, place] of ids) {
      if (full !== null && joinPointer(id, base ?? "") === full) return place;
    }
  }
  return null;
}

function joinPointer(address: string, base: string): string | null {
  return URL.canParse(address, base) ? new URL(address, base).href : null;
}

function isPointerWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}
