// A whole document → every reference in it, and every place that has an identifier
// of its own. Looked for only where a document refers deeper than to its schemas.

import {
  appendPointer,
  parsePointer,
  resolvePointer,
} from "../../document/pointer.js";
import { walkDocument } from "../../document/walk-document.js";
import { isRecord } from "../schema/read-schema.js";

export interface References {
  /** Pointers into the document that some reference leads to, each once. */
  readonly targets: ReadonlySet<string>;
  /** Where a reference that stands at `pointer` leads; null where it leaves the document. */
  resolve(ref: string, pointer: string): string | null;
}

interface Found {
  readonly refs: { readonly ref: string; readonly pointer: string }[];
  /** `$id` → the place of the schema that has it. */
  readonly ids: Map<string, string>;
  /** `$anchor` → the places of the schemas that have it. */
  readonly anchors: Map<string, string[]>;
}

/**
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 * `$dynamicRef` is followed to where it leads when nothing overrides it.
 */
export function findReferences(root: unknown): References {
  const found: Found = { refs: [], ids: new Map(), anchors: new Map() };
  noteAll(root, found);
  const self =
    isRecord(root) && typeof root.$self === "string" ? root.$self : "";
  if (self !== "") found.ids.set(self, "#");
  const identified = new Set(found.ids.values());
  const resolve = (ref: string, pointer: string) =>
    resolveReference(ref, enclosing(pointer, identified), found, root);
  const targets = new Set<string>();
  for (const { ref, pointer } of found.refs) {
    const target = resolve(ref, pointer);
    if (target !== null) targets.add(target);
  }
  return { targets, resolve };
}

function noteAll(root: unknown, found: Found): void {
  walkDocument(root, (object, place, kind) => {
    if (kind !== "words") return;
    for (const key of noted) {
      const text = object[key];
      if (typeof text !== "string") continue;
      note(key, text, appendPointer("#", ...place), found);
    }
  });
}

/** Keywords that refer to a place, or give one an identifier. */
const noted = ["$ref", "$dynamicRef", "$id", "$anchor", "$dynamicAnchor"];

function note(key: string, text: string, pointer: string, found: Found): void {
  switch (key) {
    case "$ref":
    case "$dynamicRef":
      found.refs.push({ ref: text, pointer });
      break;
    case "$id":
      found.ids.set(text.replace(/#$/, ""), pointer);
      break;
    case "$anchor":
    case "$dynamicAnchor":
      if (!found.anchors.has(text)) found.anchors.set(text, []);
      found.anchors.get(text)?.push(pointer);
      break;
    default:
  }
}

function resolveReference(
  ref: string,
  resource: string,
  { ids, anchors }: Found,
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
    // Within a schema that has an `$id`, `#/` is meant to be that schema; many
    // documents mean the document all the same.
    const own = appendPointer(base, ...tokens);
    return resolvePointer(root, own) === undefined ? fragment : own;
  }
  const name = fragment.slice(1);
  const places = anchors.get(name) ?? [];
  return (
    places.find((place) => isPointerWithin(place, base)) ?? places[0] ?? null
  );
}

/** The innermost schema with an `$id` around a place; `#` where there is none. */
function enclosing(pointer: string, identified: ReadonlySet<string>): string {
  let place = pointer;
  while (!identified.has(place)) {
    const end = place.lastIndexOf("/");
    if (end < 0) return "#";
    place = place.slice(0, end);
  }
  return place;
}

/** By its `$id` as it stands, or as it reads from the `$id` of the schema around. */
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
