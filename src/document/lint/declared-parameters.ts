// The parameters of a path or an operation, with references followed, and those
// that an operation has in the end.

import { isObject } from "../is-object.js";
import { resolvePointer } from "../pointer.js";
import { lintPlaceBelow } from "./lint-place.js";
import type { LintedPart, Raw } from "./lint-rule.js";

/** References that lead to references: more than these are a circle. */
const longestChain = 10;

/** Without those that are not in this document. */
export function declaredParameters(
  root: Raw,
  owner: LintedPart,
): readonly LintedPart[] {
  const list = owner.raw.parameters;
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: unknown, index): LintedPart[] => {
    const raw = followReference(root, value);
    const place = lintPlaceBelow(
      lintPlaceBelow(owner.place, "parameters"),
      index,
    );
    return raw === null ? [] : [{ raw, place }];
  });
}

/** Null for what is not in this document, or is no object. */
export function followReference(root: Raw, value: unknown): Raw | null {
  let found = value;
  for (let step = 0; step < longestChain; step += 1) {
    if (!isObject(found)) return null;
    if (typeof found.$ref !== "string") return found;
    found = resolvePointer(root, found.$ref);
  }
  return null;
}

/**
 * "These parameters can be overridden at the operation level", by name and place.
 * @see https://spec.openapis.org/oas/v3.1.1#path-item-object
 */
export function overrideParameters(
  shared: readonly LintedPart[],
  own: readonly LintedPart[],
): readonly LintedPart[] {
  if (shared.length === 0) return own;
  const replaced = new Set(own.map(identify));
  const kept = shared.filter((parameter) => !replaced.has(identify(parameter)));
  return [...kept, ...own];
}

/** "A unique parameter is defined by a combination of a name and location." */
function identify({ raw }: LintedPart): string {
  return `${String(raw.in)} ${String(raw.name)}`;
}
