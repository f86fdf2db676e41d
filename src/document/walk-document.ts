// A parsed document → a visit to each object in it, with what its keys are: words of
// the specification, names that the document chose, or data. `{"$ref": …}` is a
// reference in the first, may be a property's name in the second, and means nothing
// in the third: whoever looks for references has to know which.

import type { KeyPath } from "../source/text/key-path.js";

export type { KeyPath };

export type ObjectKind = "words" | "names" | "data";

/** `place` is the walk's own, and changes as it goes on: what is kept of it is copied. */
type VisitValue = (
  object: Readonly<Record<string, unknown>>,
  place: KeyPath,
  kind: ObjectKind,
) => void;

/** What stands under these is of the document's choosing, and never a reference. */
const dataWords: ReadonlySet<string> = new Set([
  "const",
  "default",
  "enum",
  "example",
  "examples",
  "value",
]);

/** Under these the keys are names: a property may be called `default`. */
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
]);

/** Objects above those in them; `kind` says what the keys of `root` are, `place` where it stands. */
export function walkDocument(
  root: unknown,
  visit: VisitValue,
  kind: ObjectKind = "words",
  place: KeyPath = [],
): void {
  walk(root, [...place], kind, visit);
}

/** What the keys below `key` are. */
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
