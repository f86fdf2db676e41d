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
    let found: DocumentPart | null = null;
    walkDocument(file.root, (object, place) => {
      if (object.$anchor === fragment) found = part(object, [...place]);
    });
    return found;
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
