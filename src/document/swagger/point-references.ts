// Updates references to nested parts of a Swagger 2.0 document, such as the schema
// of a response, to the new locations of these parts.

import { appendPointer } from "../pointer.js";
import { type Origin, originBelow } from "../trace-origin.js";
import { resolvePart, type UpgradeContext } from "./swagger-part.js";

/** Updates the recorded references. `root` is the whole upgraded document. */
export function pointReferences(root: object, context: UpgradeContext): void {
  const wanted = new Map<string, string | null>();
  const known = context.deepReferences.flatMap(({ holder, ref }) => {
    const target = resolvePart(ref, context);
    if (target === null) return []; // the reader of the reference reports it
    const key = originKey(target.origin);
    wanted.set(key, null);
    return [{ holder, key }];
  });
  if (known.length === 0) return;
  findOrigins(root, context.root.origin, "#", wanted, context);
  for (const { holder, key } of known) {
    const place = wanted.get(key);
    if (place !== null && place !== undefined) {
      holder.$ref = place.replaceAll("%", "%25");
    }
  }
}

function originKey({ file, pointer }: Origin): string {
  return `${file}\n${pointer}`;
}

/** Writes the new location of each origin into `wanted`. */
function findOrigins(
  value: unknown,
  origin: Origin,
  place: string,
  wanted: Map<string, string | null>,
  context: UpgradeContext,
): void {
  const found = origin.isWhole ? undefined : wanted.get(originKey(origin));
  if (found === null || (found !== undefined && rank(place) < rank(found))) {
    wanted.set(originKey(origin), place);
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    const below = originBelow(context.origins, origin, name, child);
    findOrigins(child, below, appendPointer(place, name), wanted, context);
  }
}

/** A schema of a response occurs once per media type; prefers JSON, which is what is read. */
function rank(pointer: string): string {
  return (/\bjson\b/i.test(pointer) ? "0" : "1") + pointer;
}
