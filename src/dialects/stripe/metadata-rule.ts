// The map that most of Stripe's objects carry for their owner's notes → one
// named type.

import type { TypeRule } from "../dialect.js";
import { metadata } from "./stripe-generics.js";

/** Of a property, or of a branch of one: a request may clear all notes at once. */
const metadataPlace = /\/properties\/metadata(\/anyOf\/\d+)?$/;

/** @see https://docs.stripe.com/api/metadata */
export const metadataRule: TypeRule = {
  says: "a property `metadata` that maps strings to strings → Metadata",
  build(schema, pointer, context) {
    if (!metadataPlace.test(pointer)) return null;
    if (schema.type !== "object" || schema.properties !== undefined) {
      return null;
    }
    if (schema.additionalProperties === undefined) return null;
    const values = context.build(
      schema.additionalProperties,
      `${pointer}/additionalProperties`,
    );
    return values.kind === "string"
      ? {
          kind: "generic",
          generic: metadata,
          args: [],
          ...(values.constraints !== undefined && {
            constraints: values.constraints,
          }),
        }
      : null;
  },
};
