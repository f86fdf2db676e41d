// A parsed document → the references in it that need looking at before it is read:
// those to other files, and those in examples and extensions, which mean nothing.

import { appendPointer } from "./pointer.js";
import {
  type KeyPath,
  type ObjectKind,
  walkDocument,
} from "./walk-document.js";

/** A string that refers, and how to make it refer elsewhere. */
export interface Reference {
  readonly ref: string;
  /** Of the string itself. */
  readonly place: KeyPath;
  /** The object that holds the string, and what its keys are. */
  readonly holder: Readonly<Record<string, unknown>>;
  readonly kind: ObjectKind;
  /** Says what a discriminator's value means; what is wrong there is reported when it is read. */
  readonly isMapping: boolean;
  point(to: string): void;
}

export function findExternalReferences(
  root: unknown,
  kind: ObjectKind = "words",
  place: KeyPath = [],
): Reference[] {
  const found: Reference[] = [];
  walkDocument(
    root,
    (object, at, keys) => {
      const { $ref, discriminator } = object;
      if (typeof $ref === "string") {
        found.push(referenceAt(object, "$ref", at, keys));
      }
      if (discriminator !== undefined && keys === "words") {
        found.push(...findMappings(discriminator, at));
      }
    },
    kind,
    place,
  );
  return found;
}

/**
 * Only those in examples and extensions, and those that leave the document: few, where
 * a large document has a hundred thousand others.
 */
export function findDoubtful(root: unknown): Reference[] {
  const found: Reference[] = [];
  walkDocument(root, (object, at, kind) => {
    const { $ref } = object;
    if (typeof $ref !== "string") return;
    if (kind !== "data" && $ref.startsWith("#")) return;
    found.push(referenceAt(object, "$ref", at, kind));
  });
  return found;
}

export function pointerOf({ place }: Reference): string {
  return appendPointer("#", ...place);
}

export function isExternal({ ref, kind, isMapping }: Reference): boolean {
  return kind !== "data" && !isMapping && !ref.startsWith("#");
}

/** `{mapping: {cat: "./Cat.yaml", dog: "Dog"}}` → the first; the second is a name. */
function findMappings(discriminator: unknown, place: KeyPath): Reference[] {
  if (typeof discriminator !== "object" || discriminator === null) return [];
  const { mapping } = discriminator as Record<string, unknown>; // parsed: its keys are strings
  if (typeof mapping !== "object" || mapping === null) return [];
  const values = mapping as Record<string, unknown>; // as above
  return Object.keys(values)
    .filter((key) => /^#|[/]|\.(ya?ml|json)\b/i.test(String(values[key])))
    .map((key) => ({
      ...referenceAt(
        values,
        key,
        [...place, "discriminator", "mapping"],
        "words",
      ),
      isMapping: true,
    }));
}

function referenceAt(
  object: Readonly<Record<string, unknown>>,
  key: string,
  place: KeyPath,
  kind: ObjectKind,
): Reference {
  return {
    ref: String(object[key]),
    place: [...place, key],
    holder: object,
    kind,
    isMapping: false,
    point(to) {
      (object as Record<string, unknown>)[key] = to; // parsed for this run alone
    },
  };
}
