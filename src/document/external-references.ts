// Finds the references that need attention before a document is read: references to
// other files, and those in examples and extensions, which are data.

import { appendPointer } from "./pointer.js";
import {
  type KeyPath,
  type ObjectKind,
  walkDocument,
} from "./walk-document.js";

/** A string that refers to something, and a way to replace it. */
export interface Reference {
  readonly ref: string;
  /** The path of the string itself. */
  readonly place: KeyPath;
  /** The object that contains the string, and the meaning of its keys. */
  readonly holder: Readonly<Record<string, unknown>>;
  readonly kind: ObjectKind;
  /**
   * True for the value of a discriminator's mapping. Errors in it are reported when the
   * discriminator is read.
   */
  readonly isMapping: boolean;
  /** Replaces the string in the document. */
  point(to: string): void;
}

/**
 * Returns all `$ref` strings and the mapped references of discriminators. `kind` is the
 * meaning of the keys of `root`.
 */
export function findExternalReferences(
  root: unknown,
  kind: ObjectKind = "words",
  place: KeyPath = [],
): Reference[] {
  const references: Reference[] = [];
  walkDocument(
    root,
    (object, at, keys) => {
      const { $ref, discriminator } = object;
      if (typeof $ref === "string") {
        references.push(referenceAt(object, "$ref", at, keys));
      }
      if (discriminator !== undefined && keys === "words") {
        references.push(...findMappings(discriminator, at));
      }
    },
    kind,
    place,
  );
  return references;
}

/**
 * Returns references in examples and extensions, and those to other files, mapped ones
 * included. They are
 * few, while a large document has a hundred thousand references in all.
 */
export function findDoubtful(root: unknown): Reference[] {
  const references: Reference[] = [];
  walkDocument(root, (object, at, kind) => {
    const { $ref, discriminator } = object;
    if (discriminator !== undefined && kind === "words") {
      const mapped = findMappings(discriminator, at);
      references.push(...mapped.filter(({ ref }) => !ref.startsWith("#")));
    }
    if (typeof $ref !== "string") return;
    if (kind !== "data" && $ref.startsWith("#")) return;
    references.push(referenceAt(object, "$ref", at, kind));
  });
  return references;
}

/** Returns the JSON pointer of the string: `#/paths/~1pets/$ref`. */
export function pointerOf({ place }: Reference): string {
  return appendPointer("#", ...place);
}

/** Returns true for a reference to another file that is not data. */
export function isExternal({ ref, kind, isMapping }: Reference): boolean {
  return kind !== "data" && !isMapping && !ref.startsWith("#");
}

/** Returns true for what needs other files to be read; the mapped ones may be names. */
export function leadsOut(reference: Reference): boolean {
  return isExternal(reference) || reference.isMapping;
}

/**
 * In `{mapping: {cat: "./Cat.yaml", dog: "Dog"}}`, the first is a reference, and the
 * second a schema's name.
 */
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
      (object as Record<string, unknown>)[key] = to; // parsed for this run only
    },
  };
}
