// A parsed document → a visit to each object in it, with what its keys are: words of
// the specification, names that the document chose, or data. `{"$ref": …}` is a
// reference in the first, may be a property's name in the second, and means nothing
// in the third: whoever looks for references has to know which.

import { appendPointer } from "./pointer.js";

/** Where a value stands, from the inside out, so that a walk that finds nothing costs nothing. */
export interface Place {
  readonly above: Place | null;
  readonly key: string | number;
}

export type ObjectKind = "words" | "names" | "data";

type Visit = (
  object: Readonly<Record<string, unknown>>,
  place: Place | null,
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
  visit: Visit,
  kind: ObjectKind = "words",
  place: Place | null = null,
): void {
  walk(root, place, kind, visit);
}

/** What the keys below `key` are. */
export function kindBelow(
  kind: ObjectKind,
  key: string,
  isList: boolean,
): ObjectKind {
  if (kind === "data") return "data";
  if (kind === "names") return "words";
  if (dataWords.has(key) || key.startsWith("x-")) return "data";
  return nameWords.has(key) && !isList ? "names" : "words";
}

export function pointerTo(
  place: Place | null,
  ...more: readonly string[]
): string {
  const tokens: (string | number)[] = [];
  for (let at = place; at !== null; at = at.above) tokens.unshift(at.key);
  return appendPointer("#", ...tokens, ...more);
}

function walk(
  value: unknown,
  place: Place | null,
  kind: ObjectKind,
  visit: Visit,
): void {
  if (Array.isArray(value)) {
    for (let key = 0; key < value.length; key++) {
      const item: unknown = value[key];
      if (typeof item === "object") {
        walk(item, { above: place, key }, kind, visit);
      }
    }
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const object = value as Record<string, unknown>; // parsed: its keys are strings
  visit(object, place, kind);
  for (const key in object) {
    const child = object[key];
    if (typeof child !== "object" || child === null) continue;
    const below = kindBelow(kind, key, Array.isArray(child));
    walk(child, { above: place, key }, below, visit);
  }
}
