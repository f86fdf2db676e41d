// Properties that must be there and are not declared, where that is a mistake.

import { distance } from "fastest-levenshtein";
import { isObject } from "../is-object.js";
import { lintPlaceBelow } from "./lint-place.js";
import type { LintRule } from "./lint-rule.js";

const combiners = ["allOf", "anyOf", "oneOf", "if", "not"];

/**
 * JSON Schema allows it: the key is there, and may hold anything. It is a mistake where
 * a declared property that may be left out is spelled nearly the same, and where no key
 * may be there but those declared. A schema that is a part of another, or has parts, may
 * mean one of theirs; one with `additionalProperties` any of those.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5.3
 */
export const undeclaredRequired: LintRule = {
  schema({ raw, place, role }, { tell }) {
    const { required } = raw;
    if (!Array.isArray(required) || role === "branch") return;
    const { properties, additionalProperties } = raw;
    if (!isObject(properties)) return;
    const isClosed = additionalProperties === false;
    if (additionalProperties !== undefined && !isClosed) return;
    if (combiners.some((keyword) => raw[keyword] !== undefined)) return;
    const optional = Object.keys(properties).filter(
      (name) => !required.includes(name),
    );
    for (const [index, name] of required.entries()) {
      if (typeof name !== "string" || Object.hasOwn(properties, name)) continue;
      const meant = optional.find((other) => isNear(name, other));
      if (meant === undefined && !isClosed) continue;
      tell(
        "schema/undeclared-required",
        lintPlaceBelow(lintPlaceBelow(place, "required"), index),
        `"${name}" is required, but it is not declared`,
        meant === undefined ? undefined : `did you mean "${meant}"?`,
      );
    }
  },
};

/** `userName` and `user_name`, `thumbnail` and `thumbenail`; not `id` and `ip`. */
function isNear(name: string, other: string): boolean {
  const [a, b] = [foldBranches(name), foldBranches(other)];
  return distance(a, b) <= Math.floor(name.length / 4);
}

function foldBranches(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
