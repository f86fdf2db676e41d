// Resolves the parameters of a path and of an operation, and merges the two lists.

import { isObject } from "../is-object.js";
import { resolvePointer } from "../pointer.js";
import { lintPlaceBelow } from "./lint-place.js";
import type { LintedPart, Raw } from "./lint-rule.js";

/** A longer chain of references is a cycle. */
const longestChain = 10;

/**
 * Returns the parameters in the part's own list. Omits references that cannot be
 * resolved in this document.
 */
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

/** Returns null if the reference does not lead to an object in this document. */
export function followReference(root: Raw, value: unknown): Raw | null {
  let current = value;
  for (let step = 0; step < longestChain; step += 1) {
    if (!isObject(current)) return null;
    if (typeof current.$ref !== "string") return current;
    current = resolvePointer(root, current.$ref);
  }
  return null;
}

/**
 * Merges the parameters of a path and an operation: "These parameters can be overridden
 * at the operation level", where name and location are equal.
 * @see https://spec.openapis.org/oas/v3.1.1#path-item-object
 */
export function overrideParameters(
  shared: readonly LintedPart[],
  overrides: readonly LintedPart[],
): readonly LintedPart[] {
  if (shared.length === 0) return overrides;
  const replaced = new Set(overrides.map(identify));
  const kept = shared.filter((parameter) => !replaced.has(identify(parameter)));
  return [...kept, ...overrides];
}

/** "A unique parameter is defined by a combination of a name and location." */
function identify({ raw }: LintedPart): string {
  return `${String(raw.in)} ${String(raw.name)}`;
}
