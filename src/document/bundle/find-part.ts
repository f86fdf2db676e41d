// A file and the fragment of a reference to it → the part of the file that is meant.

import { parsePointer } from "../pointer.js";
import type { SpecTree } from "../spec-tree.js";
import {
  type KeyPath,
  type ObjectKind,
  walkDocument,
} from "../walk-document.js";

export interface LinkedFile extends SpecTree {
  /** `/2/pet.yaml`: stands for the file in references. */
  readonly id: string;
}

export interface DocumentPart {
  readonly file: LinkedFile;
  readonly value: unknown;
  readonly place: KeyPath;
  readonly kind: ObjectKind;
}

/** The value at a fragment: a JSON pointer, or the name of an anchor. */
export function findPart(
  file: LinkedFile,
  fragment: string,
): DocumentPart | null {
  const part = (value: unknown, place: KeyPath): DocumentPart => ({
    ...{ file, value, place },
    kind: "words",
  });
  const tokens = fragment === "" ? [] : parsePointer(`#${fragment}`);
  if (tokens === null) {
    const anchor = anchorsOf(file).get(fragment);
    return anchor === undefined ? null : part(anchor.value, anchor.place);
  }
  let value = file.root;
  const place: string[] = [];
  for (const key of tokens) {
    if (key === "" && value === file.root) break; // `pet.yaml#/` is meant to be all of it
    if (typeof value !== "object" || value === null) return null;
    if (!Object.hasOwn(value, key)) return null;
    value = (value as Record<string, unknown>)[key]; // an own key, checked above
    place.push(key);
  }
  return part(value, place);
}

type Anchors = ReadonlyMap<
  string,
  { readonly value: unknown; readonly place: KeyPath }
>;

/** A file is searched once, not for each reference: thousands may point into it. */
const anchorsOfRoot = new WeakMap<object, Anchors>();

function anchorsOf({ root }: LinkedFile): Anchors {
  if (typeof root !== "object" || root === null) return new Map();
  const known = anchorsOfRoot.get(root);
  if (known !== undefined) return known;
  const anchors = new Map<string, { value: unknown; place: KeyPath }>();
  walkDocument(root, (value, place) => {
    const { $anchor } = value;
    if (typeof $anchor === "string") {
      anchors.set($anchor, { value, place: [...place] });
    }
  });
  anchorsOfRoot.set(root, anchors);
  return anchors;
}
