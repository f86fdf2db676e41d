// References of Swagger 2.0 to a schema in the midst of a path, a parameter or a
// response. The converter makes a copy of it, called `schema1`, since it moves what is
// there. In place of that what is referred to is marked before, and found after.

import { isObject } from "../is-object.js";
import { appendPointer, parsePointer, resolvePointer } from "../pointer.js";
import { walkDocument } from "../walk-document.js";

/** Number of a mark → the reference as the document has it. */
export type PlaceMarks = readonly string[];

const markKey = "x-codegen-place";
/** The converter takes such a reference for one of OpenAPI 3, and leaves it. */
const markPrefix = `#/components/${markKey}/`;

/** Discriminants in `swagger` itself, which must be the caller's own. */
export function markPlaces(swagger: Record<string, unknown>): PlaceMarks {
  const marks: string[] = [];
  walkDocument(swagger, (object, _place, kind) => {
    const { $ref } = object;
    if (kind !== "words" || typeof $ref !== "string" || !isDeep($ref)) return;
    const target = resolvePointer(swagger, $ref);
    if (!isObject(target)) return; // whoever reads the reference reports it
    if (typeof target[markKey] !== "number")
      target[markKey] = marks.push($ref) - 1;
    Object.assign(object, { $ref: markPrefix + target[markKey] });
  });
  return marks;
}

/** `#/paths/~1pets/get/responses/200/schema`; parts of `#/definitions` stay where they are. */
function isDeep(ref: string): boolean {
  const [area = "", , ...deeper] = parsePointer(ref) ?? [];
  return (
    ["paths", "parameters", "responses"].includes(area) &&
    deeper.includes("schema")
  );
}

/** Makes each reference say where that which it refers to has come to stand. */
export function findMarked(
  root: Record<string, unknown>,
  marks: PlaceMarks,
): void {
  if (marks.length === 0) return;
  const places = new Map<unknown, string>();
  walkDocument(root, (object, place, kind) => {
    const number = object[markKey];
    if (kind === "data" || number === undefined) return;
    const pointer = appendPointer("#", ...place);
    const known = places.get(number);
    // It stands once for each media type; what is answered is read as JSON.
    if (known === undefined || rank(pointer) < rank(known)) {
      places.set(number, pointer);
    }
    delete (object as Record<string, unknown>)[markKey]; // ours alone: the converter made it
  });
  walkDocument(root, (object, _place, kind) => {
    const { $ref } = object;
    if (kind === "data" || typeof $ref !== "string") return;
    if (!$ref.startsWith(markPrefix)) return;
    const number = Number($ref.slice(markPrefix.length));
    Object.assign(object, { $ref: places.get(number) ?? marks[number] });
  });
}

function rank(pointer: string): string {
  return (/\bjson\b/i.test(pointer) ? "0" : "1") + pointer;
}
