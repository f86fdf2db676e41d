// The property `metadata`, a map of strings that most of Stripe's objects have →
// `Metadata`.

import type { TypeRule } from "../dialect.js";
import { metadata } from "./stripe-generics.js";

/** The pointer of the property, or of a branch: a request can also set it to `""`. */
const metadataPointer = /\/properties\/metadata(\/anyOf\/\d+)?$/;

/** @see https://docs.stripe.com/api/metadata */
export const metadataRule: TypeRule = {
  summary: "a property `metadata` that maps strings to strings → Metadata",
  build(schema, pointer, context) {
    if (!metadataPointer.test(pointer)) return null;
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
