// `Pet: {$ref: pet.yaml}` among the components of a document → what is in `pet.yaml`,
// under the name that the document gives it. Otherwise it would be two: `Pet`, and `pet`
// after the file.

import { appendPointer, encodePointer } from "../pointer.js";
import type { LinkedFile } from "./find-part.js";
import type { Link } from "./load-linked-files.js";

/** Groups of components; in Swagger 2.0 they stand in the document itself. */
const oldGroups = ["definitions", "parameters", "responses"];

/** What refers to the file refers to the component from here on. */
export function adoptParts(main: LinkedFile, links: readonly Link[]): void {
  const adopted = new Map<unknown, string>();
  for (const { file, reference, target, within } of links) {
    const { holder, place } = reference;
    const isAlone = Object.keys(holder).join() === "$ref";
    const isPart = typeof target === "object" && target !== null;
    if (file !== main || within === main || !isAlone || !isPart) continue;
    if (adopted.has(target) || "$ref" in target) continue;
    const keys = place.slice(0, -1).map(String);
    const [first = "", second] = keys;
    const isComponent =
      first === "components" ? keys.length === 3 : keys.length === 2;
    if (!isComponent || !["components", ...oldGroups].includes(first)) continue;
    if (second === undefined || !put(main.root, keys, target)) continue;
    adopted.set(target, appendPointer("#", ...keys.map(encodeKey)));
  }
  for (const { file, reference, target } of links) {
    const pointer = adopted.get(target);
    if (pointer === undefined) continue;
    reference.point(file === main ? pointer : main.id + pointer);
  }
}

function put(root: unknown, keys: readonly string[], part: unknown): boolean {
  let holder = root;
  for (const key of keys.slice(0, -1)) {
    if (typeof holder !== "object" || holder === null) return false;
    holder = (holder as Record<string, unknown>)[key]; // the walk came this way
  }
  if (typeof holder !== "object" || holder === null) return false;
  Object.assign(holder, { [keys.at(-1) ?? ""]: part });
  return true;
}

/** The bundler reads pointers as parts of a URI. */
function encodeKey(key: string): string {
  return encodePointer(key);
}
