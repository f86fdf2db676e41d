// `Err«String,Int»` → `Err_String_Int_`, for a converter that takes only the names
// which OpenAPI 3 allows, and a table to give each its own name again afterwards.

import { isObject } from "../is-object.js";
import { appendPointer, parsePointer } from "../pointer.js";
import { walkDocument } from "../walk-document.js";

/** The name in place of the document's → the document's. */
export type NameTable = ReadonlyMap<string, string>;

const groups = ["definitions", "parameters", "responses"] as const;

/** Renames in `swagger` itself, which must be the caller's own. */
export function nameSafely(swagger: Record<string, unknown>): NameTable {
  const originals = new Map<string, string>();
  const substitutes = new Map<string, string>();
  for (const group of groups) {
    const entries = swagger[group];
    if (!isObject(entries)) continue;
    const names = Object.keys(entries);
    const odd = names.filter((name) => !/^[A-Za-z0-9._-]+$/.test(name));
    if (odd.length === 0) continue;
    for (const name of odd) {
      const substitute = unused(name, [...names, ...originals.keys()]);
      originals.set(substitute, name);
      substitutes.set(`${group}/${name}`, substitute);
    }
    swagger[group] = Object.fromEntries(
      Object.entries(entries).map(([name, value]) => [
        substitutes.get(`${group}/${name}`) ?? name,
        value,
      ]),
    );
  }
  if (substitutes.size > 0) renameReferences(swagger, substitutes);
  return originals;
}

function unused(name: string, taken: readonly string[]): string {
  const safe = name.replace(/[^A-Za-z0-9._-]+/g, "_");
  let substitute = safe;
  for (let count = 2; taken.includes(substitute); count++) {
    substitute = `${safe}_${count}`;
  }
  return substitute;
}

function renameReferences(
  swagger: Record<string, unknown>,
  substitutes: ReadonlyMap<string, string>,
): void {
  walkDocument(swagger, (object, _place, kind) => {
    if (kind !== "words" || typeof object.$ref !== "string") return;
    const [group, name, ...deeper] = parsePointer(object.$ref) ?? [];
    const substitute = substitutes.get(`${group}/${name}`);
    if (group === undefined || substitute === undefined) return;
    (object as Record<string, unknown>).$ref = appendPointer(
      "#",
      group,
      substitute,
      ...deeper,
    );
  });
}
