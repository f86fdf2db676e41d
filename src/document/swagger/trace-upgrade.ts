// What is said of a place in an upgraded document → the same of the place in the
// Swagger 2.0 document that the user has.

import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isObject } from "../is-object.js";
import { resolvePointer } from "../pointer.js";
import type { SpecTree } from "../spec-tree.js";

/** Components that stand elsewhere in 2.0, and are otherwise as they were. */
const moved: readonly (readonly [string, string])[] = [
  ["#/components/schemas", "#/definitions"],
  ["#/components/parameters", "#/parameters"],
  ["#/components/responses", "#/responses"],
];

/**
 * `#/components/schemas/Pet/type → #/definitions/Pet/type`. Of a place that the user's
 * document does not have it is said that it is one of the upgraded document.
 */
export function traceUpgrade(
  diagnostic: Diagnostic,
  { file, root }: SpecTree,
): Diagnostic {
  const { at } = diagnostic;
  if (at?.pointer === undefined || at.file !== file) return diagnostic;
  const { pointer } = at;
  const original = findMoved(pointer) ?? findParameter(pointer, root);
  if (original !== null) {
    return { ...diagnostic, at: { ...at, pointer: original } };
  }
  if (resolvePointer(root, pointer) !== undefined) return diagnostic;
  return {
    ...diagnostic,
    help: `${diagnostic.help} (the place is that in the document as upgraded from Swagger 2.0)`,
  };
}

function findMoved(pointer: string): string | null {
  for (const [to, from] of moved) {
    if (pointer !== to && !pointer.startsWith(`${to}/`)) continue;
    return `${from}${pointer.slice(to.length)}`;
  }
  return null;
}

/**
 * `…/get/parameters/0/schema/type → …/get/parameters/1/type`, where the first was the
 * body: those that make up the body are no parameters any more, and others have a schema.
 */
function findParameter(pointer: string, root: unknown): string | null {
  const found = /^(#\/paths\/.+\/parameters)\/(\d+)(?:\/schema)?(\/.*)?$/.exec(
    pointer,
  );
  if (found === null) return null;
  const [, list = "", number, rest = ""] = found;
  const listed = resolvePointer(root, list);
  if (!Array.isArray(listed)) return null;
  const kept = [...listed.keys()].filter(
    (key) => !isUpgradedBody(listed[key], root),
  );
  const index = kept[Number(number)];
  return index === undefined ? null : `${list}/${index}${rest}`;
}

function isUpgradedBody(parameter: unknown, root: unknown): boolean {
  if (!isObject(parameter)) return false;
  const { $ref } = parameter;
  const found =
    typeof $ref === "string" ? resolvePointer(root, $ref) : parameter;
  return isObject(found) && (found.in === "body" || found.in === "formData");
}
