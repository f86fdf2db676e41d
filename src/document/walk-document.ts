// Walks all objects of a parsed document, with the meaning of their keys: `words` of
// the specification, `names` that the document chose, or `data`. It matters for `$ref`:
// that is a reference among words, may be a property's name among names, and has no
// meaning in data.

import type { KeyPath } from "../source/text/key-path.js";

export type { KeyPath };

/** The meaning of an object's keys. */
export type ObjectKind = "words" | "names" | "data";

/** `place` is the path of the object. It is reused during the walk: copy it to keep it. */
type VisitValue = (
  object: Readonly<Record<string, unknown>>,
  place: KeyPath,
  kind: ObjectKind,
) => void;

/** The values of these are data of the document, never references. */
const dataWords: ReadonlySet<string> = new Set([
  "const",
  "default",
  "enum",
  "example",
  "examples",
  "value",
]);

/** The keys of these objects are names: a property may be named `default`. */
const nameWords: ReadonlySet<string> = new Set([
  "$defs",
  "callbacks",
  "definitions",
  "dependencies",
  "dependentSchemas",
  "headers",
  "links",
  "mediaTypes",
  "parameters",
  "pathItems",
  "patternProperties",
  "properties",
  "requestBodies",
  "responses",
  "schemas",
  "securityDefinitions",
  "securitySchemes",
  "variables",
  "webhooks",
  "x-webhooks",
]);

/**
 * Visits parents before children. `kind` is the meaning of the keys of `root`, `place`
 * its path.
 */
export function walkDocument(
  root: unknown,
  visit: VisitValue,
  kind: ObjectKind = "words",
  place: KeyPath = [],
): void {
  walk(root, [...place], kind, visit);
}

/** Returns the meaning of the keys of the value at `key`. */
export function kindBelow(
  kind: ObjectKind,
  key: string,
  isList: boolean,
): ObjectKind {
  if (kind === "data") return "data";
  if (kind === "names") return "words";
  if (nameWords.has(key)) return isList ? "words" : "names";
  return dataWords.has(key) || key.startsWith("x-") ? "data" : "words";
}

function walk(
  value: unknown,
  place: (string | number)[],
  kind: ObjectKind,
  visit: VisitValue,
): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "object") continue;
      place.push(index);
      walk(item, place, kind, visit);
      place.pop();
    }
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const object = value as Record<string, unknown>; // parsed: its keys are strings
  visit(object, place, kind);
  for (const key in object) {
    const child = object[key];
    if (typeof child !== "object" || child === null) continue;
    place.push(key);
    walk(child, place, kindBelow(kind, key, Array.isArray(child)), visit);
    place.pop();
  }
}
