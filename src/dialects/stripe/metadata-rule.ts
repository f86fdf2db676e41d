// The map that most of Stripe's objects carry for their owner's notes → one
// named type.

import type { TypeRule } from "../dialect.js";

/** @see https://docs.stripe.com/api/metadata */
export const metadataRule: TypeRule = {
  says: "a property `metadata` that maps strings to strings → Metadata",
  build(schema, pointer, context) {
    if (!pointer.endsWith("/properties/metadata")) return null;
    if (schema.type !== "object" || schema.properties !== undefined) {
      return null;
    }
    if (schema.additionalProperties === undefined) return null;
    const values = context.build(
      schema.additionalProperties,
      `${pointer}/additionalProperties`,
    );
    return values.kind === "string"
      ? { kind: "map", values, alias: "Metadata" }
      : null;
  },
};
