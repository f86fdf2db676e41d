// Properties that must be there, and of which nothing is said.

import { isObject } from "../is-object.js";
import type { FaultRule } from "./fault-rule.js";
import { below } from "./place.js";

const combiners = ["allOf", "anyOf", "oneOf", "if", "not"];

/**
 * JSON Schema allows it, and it is nearly always a misspelt or a forgotten property.
 * A schema that is a part of another, or has parts, may mean one of theirs; one with
 * `additionalProperties` any of those.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5.3
 */
export const undeclaredRequired: FaultRule = {
  schema({ raw, place, role }, { tell }) {
    const { required } = raw;
    if (!Array.isArray(required) || role === "branch") return;
    const { properties, additionalProperties } = raw;
    if (!isObject(properties)) return;
    if (additionalProperties !== undefined && additionalProperties !== false) {
      return;
    }
    if (combiners.some((keyword) => raw[keyword] !== undefined)) return;
    for (const [index, name] of required.entries()) {
      if (typeof name !== "string" || Object.hasOwn(properties, name)) continue;
      tell(
        "schema/undeclared-required",
        below(below(place, "required"), index),
        `"${name}" is required, and there is no such property`,
      );
    }
  },
};
